import type { Translated } from '../../../../i18n/message.ts'
import type { fr } from './fr.ts'

export const en: Translated<typeof fr> = {
  'secret.title': 'This vote is secret',
  'secret.who': 'Everybody sees how many people have voted; nobody sees who voted what, not even the administration.',
  'secret.once': 'A secret ballot is cast once. It can neither be read again, nor changed, nor taken back.',
  'secret.unanimity':
    'If everybody makes the same choice, the result alone says what each person voted. The fewer votes there are, the greater that risk.',
  'secret.more': 'What secrecy protects, and what the person who runs the server could still see',
  'secret.askTitle': 'Cast this ballot?',
  'secret.asked': 'Your ballot: {choice}.',
  'secret.askedOnce':
    'It is cast once: you will neither be able to read it again, nor to change it, nor to take it back.',
  'secret.cast': 'Cast my ballot',
  'receipts.done': 'Your secret ballot is stored',
  'receipts.unsure': 'A ballot is stored for you',
  'receipts.unsureHelp':
    'The server’s answer was lost on the way. Your receipts are kept: after the close they will show which of your attempts was counted.',
  'receipts.none':
    'This device has no receipt of your ballot: you voted elsewhere, or you deleted it. Your ballot counts all the same.',
  'receipts.what':
    'Your browser drew a receipt by chance and keeps it on this device. After the close it lets you find your ballot in the published list.',
  'receipts.notKept':
    'This device refuses to keep your receipts. Save them now: when you leave this page they are lost.',
  'receipts.shared':
    'On a shared computer, save your receipts elsewhere and delete them here: whoever reads them knows what you voted. Signing out deletes them too.',
  'receipts.proof': 'A receipt also lets you prove your vote to somebody else. Do not show it to who might ask for it.',
  'receipts.show': { one: 'Show my receipt', other: 'Show my {count} receipts' },
  'receipts.save': 'Save to a file',
  'receipts.copy': 'Copy',
  'receipts.copied': 'Your receipts are copied.',
  'receipts.notCopied': 'Copying did not work: save the file instead.',
  'receipts.print': 'Print',
  'receipts.forget': 'Delete from this device',
  'receipts.forgetTitle': 'Delete your receipts from this device?',
  'receipts.forgetHelp':
    'Your ballot still counts. Without a receipt you can no longer find it in the published list, and nobody can give you another one.',
  'receipts.forgotten': 'Your receipts are deleted from this device.',
  'secret.line.yes': 'Yes',
  'secret.line.no': 'No',
  'secret.line.abstain': 'Abstention',
  'secret.line.blank': 'Blank vote',
  'secret.line.number': '{number} {unit}',
  'secret.line.approved': '{option}: approved',
  'secret.line.notApproved': '{option}: not approved',
  'secret.line.grade': '{option}: {grade}',
  'check.title': 'Check my ballot',
  'check.what':
    'Your browser looks your receipts up in the published list, then counts the whole list again. Nothing is sent to the server.',
  'check.act': 'Check my ballot',
  'check.actList': 'Count the published list again',
  'check.noReceipts': 'This device does not have your receipts. You can open the file to which you saved them.',
  'check.open': 'Open my receipts',
  'check.unreadable': 'This file holds no receipts of this vote.',
  'check.working': 'Checking…',
  'check.found': 'Your ballot is in the published list, as you cast it',
  'check.sealed': 'Your receipts are in the published list',
  'check.sealedHelp':
    'With fewer than twenty rankings their contents are not published: a whole ranking often says whose it is. The count by pairs is published with the result.',
  'check.wrong': 'Your ballot is not in the published list as you cast it',
  'check.wrongHelp': 'Tell the people who run the space. Showing them your receipts also shows them your vote.',
  'check.withheld': 'Nothing to check: fewer than five ballots were cast, their list is not published',
  'check.state.found': 'found',
  'check.state.sealed': 'found, without its content',
  'check.state.withdrawn': 'found, without its content: this option was withdrawn',
  'check.state.missing': 'not in the list',
  'check.state.altered': 'changed in the list',
  'check.state.forged': 'damaged receipt: it does not belong to this ballot',
  'check.list.ok': {
    one: 'The published list, counted again here, gives the announced result ({count} line).',
    other: 'The published list, counted again here, gives the announced result ({count} lines).',
  },
  'check.list.sealed': {
    one: 'The published list is the one whose fingerprint is in the log ({count} receipt).',
    other: 'The published list is the one whose fingerprint is in the log ({count} receipts).',
  },
  'check.list.bad': 'The published list does not match the result or the log of the vote.',
  'check.log.ok': 'The fingerprints of the log follow each other without a gap.',
  'check.log.compare': 'Compare the log with the fingerprint from the mail',
  'check.log.bad': 'The log of the vote has been changed.',
  'check.download': 'Download the published list',
  'page.tab': 'Secrecy of votes',
  'page.title': 'What secrecy protects, and what the person who runs the server could still see',
  'page.lede':
    'Here, a secret vote means: no screen, no file and no table links a person to a choice. This is how, and where it ends.',
  'page.protects': 'What is protected',
  'page.protects.tables':
    'The roll remembers that you have voted, without a date or a time. Ballots are kept elsewhere, without a name, a number or a time. Nothing leads from one to the other.',
  'page.protects.order':
    'With each ballot all ballots and the whole roll are written anew, in an order that owes nothing to the time of arrival: a backup made during the vote does not say who came when.',
  'page.protects.log':
    'The log of the vote holds nothing between the opening and the close. No mail goes with a ballot. Technical logs do not keep what was sent.',
  'page.protects.lines':
    'Where several options are graded or approved of, each option is published by itself: nobody can put your answers together again.',
  'page.protects.small':
    'At least five people must be on the roll. With fewer than five ballots only the outcome is published; with fewer than twenty rankings, no ranking is.',
  'page.verify': 'What you can check',
  'page.verify.receipt':
    'Before it is sent, your browser draws a receipt by chance and keeps it. At the close the list of all receipts is published with their contents. You find yours in it, and anybody can count again.',
  'page.verify.root':
    'The fingerprint of this list is written to the log of the vote, whose own fingerprint is mailed to everybody on the roll. A line added, removed or changed later shows.',
  'page.operator': 'What the person who runs the server could still see',
  'page.operator.lead':
    'The software shows nothing to the person who runs the server; but somebody who wanted to cheat, with all accesses, could:',
  'page.operator.traffic': 'watch ballots as they arrive, by changing the program or listening to it;',
  'page.operator.storage':
    'compare two copies of the database’s files, taken just before and just after a vote, or read the database’s internal journal;',
  'page.operator.script': 'serve you a changed page that sends your choice elsewhere;',
  'page.operator.presence': 'know when you were signed in, and at what time a ballot left your address on the network.',
  'page.operator.limit':
    'We have added no encryption in the browser: served by the very server that counts, it would promise more than it holds.',
  'page.not': 'What secrecy does not protect',
  'page.not.unanimity':
    'Unanimity: if everybody makes the same choice, the result says so. The same goes for a choice that you alone could have made.',
  'page.not.pressure':
    'Pressure: with your receipt you can prove your vote, so somebody can ask you to. Delete it if you fear that.',
  'page.not.device': 'Your device: who can read your screen or your browser can read your vote.',
  'page.stakes': 'When more is at stake',
  'page.stakes.belenios':
    'For a statutory election or a disputed vote, hand it over to a service made for that, where secrecy is shared among several people: Belenios, for instance.',
}
