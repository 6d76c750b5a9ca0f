import type { Node as PmNode } from 'prosemirror-model'
import { MAX_DEPTH } from './document-error.ts'
import { calloutKind, codeLanguage, headingLevel } from './nodes.ts'
import { listStart } from './nodes-list.ts'
import { cleanLine, cleanText, isInline, looseText, repairInline } from './repair-inline.ts'
import { repairTable } from './repair-table.ts'
import { schema } from './schema.ts'
import { blockTex } from './tex.ts'
import { type LooseNode, looseFromNode } from './tree.ts'

const { nodes } = schema

const ITEMS = new Set(['listItem', 'taskItem'])
const CONTAINERS = new Set(['bulletList', 'orderedList', 'taskList', 'blockquote', 'callout', 'table'])

function paragraph(children: LooseNode[]): PmNode {
  return nodes.paragraph.create(null, repairInline(children))
}

/** At least one block: the schema allows no empty container. */
function filled(blocks: PmNode[]): PmNode[] {
  return blocks.length > 0 ? blocks : [nodes.paragraph.create()]
}

/** All text blocks below, as paragraphs: for cells, and for what lies deeper than MAX_DEPTH. */
function paragraphs(children: LooseNode[]): PmNode[] {
  const result: PmNode[] = []
  const stack = [...children].reverse()
  let run: LooseNode[] = []
  const flush = () => {
    if (run.length > 0) result.push(paragraph(run))
    run = []
  }
  // An own stack: this is where trees come that are nested deeper than the engine's stack.
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isInline(node)) run.push(node)
    else if (node.type === 'mathBlock') run.push({ ...node, type: 'math' })
    else {
      flush()
      const inner = node.children ?? []
      if (inner.every(isInline)) {
        if (inner.length > 0 || node.type === 'paragraph') result.push(paragraph(inner))
      } else for (let i = inner.length - 1; i >= 0; i--) stack.push(inner[i] as LooseNode)
    }
  }
  flush()
  return filled(result)
}

function items(list: LooseNode, depth: number): PmNode[] {
  const type = list.type === 'taskList' ? nodes.taskItem : nodes.listItem
  return groupItems(list.children ?? []).map((item) => {
    const blocks = filled(repairBlocks(item.children ?? [], depth))
    if (type === nodes.listItem) return type.create(null, blocks)
    const checked = item.attrs?.checked === true || item.attrs?.checked === 'true'
    // The box of a task stands before text: `- [ ] ` followed by a fence would not be a task in Markdown.
    const first = blocks[0]?.type === nodes.paragraph ? [] : [nodes.paragraph.create()]
    return type.create({ checked }, [...first, ...blocks])
  })
}

/** Items as they are; neighbours that are no items share one. */
function groupItems(children: LooseNode[]): LooseNode[] {
  const result: LooseNode[] = []
  let open: LooseNode[] | null = null
  for (const child of children) {
    if (ITEMS.has(child.type)) {
      result.push(child)
      open = null
    } else if (open) open.push(child)
    else {
      open = [child]
      result.push({ type: 'listItem', children: open })
    }
  }
  return result
}

function container(node: LooseNode, depth: number): PmNode[] {
  if (depth >= MAX_DEPTH) return paragraphs([node])
  const inside = depth + 1
  switch (node.type) {
    case 'bulletList':
    case 'orderedList':
    case 'taskList': {
      const content = items(node, inside)
      if (content.length === 0) return []
      const attrs = node.type === 'orderedList' ? { start: listStart(node.attrs?.start) } : null
      return [nodes[node.type].create(attrs, content)]
    }
    case 'blockquote':
      return [nodes.blockquote.create(null, filled(repairBlocks(node.children ?? [], inside)))]
    case 'callout': {
      const attrs = { kind: calloutKind(node.attrs?.kind), title: cleanLine(node.attrs?.title) }
      return [nodes.callout.create(attrs, filled(repairBlocks(node.children ?? [], inside)))]
    }
    default: {
      const table = repairTable(node, paragraphs)
      return table ? [table] : []
    }
  }
}

function block(node: LooseNode, depth: number): PmNode[] {
  if (CONTAINERS.has(node.type)) return container(node, depth)
  const children = node.children ?? []
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return textBlock(node, depth)
    case 'codeBlock': {
      const text = cleanText(looseText({ type: 'codeBlock', children }))
      return [nodes.codeBlock.create({ language: codeLanguage(node.attrs?.language) }, text ? schema.text(text) : null)]
    }
    case 'mathBlock': {
      const tex = blockTex(cleanText(looseText({ type: 'mathBlock', children })))
      return [nodes.mathBlock.create(null, tex ? schema.text(tex) : null)]
    }
    case 'horizontalRule':
      return [nodes.horizontalRule.create()]
    case 'listItem':
    case 'taskItem':
      return container({ type: node.type === 'listItem' ? 'bulletList' : 'taskList', children: [node] }, depth)
    case 'tableRow':
    case 'tableHeader':
    case 'tableCell':
      return container({ type: 'table', children: [node] }, depth)
    default:
      return depth >= MAX_DEPTH ? paragraphs([node]) : repairBlocks(children, depth + 1)
  }
}

/** A paragraph or heading; blocks that a broken source put inside come after it. */
function textBlock(node: LooseNode, depth: number): PmNode[] {
  const children = node.children ?? []
  const blocks = children.filter(({ type }) => CONTAINERS.has(type) || type === 'codeBlock' || type === 'mathBlock')
  const inline = repairInline(children.filter((child) => !blocks.includes(child)))
  const attrs = node.type === 'heading' ? { level: headingLevel(node.attrs?.level) } : null
  const type = node.type === 'heading' ? nodes.heading : nodes.paragraph
  if (blocks.length === 0) return [type.create(attrs, inline)]
  return [type.create(attrs, inline), ...(depth >= MAX_DEPTH ? paragraphs(blocks) : repairBlocks(blocks, depth + 1))]
}

function repairBlocks(children: LooseNode[], depth: number): PmNode[] {
  const result: PmNode[] = []
  let run: LooseNode[] = []
  const flush = () => {
    if (run.length > 0) result.push(paragraph(run))
    run = []
  }
  for (const child of children) {
    if (isInline(child)) run.push(child)
    else {
      flush()
      result.push(...block(child, depth))
    }
  }
  flush()
  return result
}

/**
 * A document in normal form from anything that resembles one: known nodes where they may stand, unknown ones as their
 * text, attributes within their range, nothing deeper than MAX_DEPTH. Keeps all text; never throws on bad content.
 */
export function repair(children: LooseNode[]): PmNode {
  return nodes.doc.create(null, filled(repairBlocks(children, 0)))
}

/** The normal form of a document: what its Markdown says, and reads back as. */
export function normalize(doc: PmNode): PmNode {
  return repair(looseFromNode(doc).children ?? [])
}
