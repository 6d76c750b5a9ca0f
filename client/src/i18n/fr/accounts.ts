import type { Dictionary } from '../message.ts'

export const accounts = {
  'signIn.act': 'Se connecter',
  'college.label': 'Pour la parité, vous comptez parmi',
  'college.why':
    'Le comité compte autant de femmes que d’hommes : seuls les totaux sont affichés, jamais votre réponse. Sans réponse, vous ne comptez dans aucun des deux.',
  'college.woman': 'les femmes',
  'college.man': 'les hommes',
  'college.undeclared': 'je ne réponds pas',
} as const satisfies Dictionary
