import { libraryLimits } from '@livetype/protocol'
import { numberIn } from '../../languages/plural.ts'

const number = numberIn('en')

/** The words of the dialog in which prompts and presets are kept. */
export const libraryTexts = {
  title: 'Prompts and presets',
  tabs: { prompts: 'Prompts', presets: 'Presets' },
  intro: {
    prompts: 'Texts to be used again: type / in an empty message, and the name.',
    presets: 'Ways to begin: who answers, and how.',
  },
  search: { prompts: 'Search the prompts', presets: 'Search the presets' },
  found: (count: number) => (count === 1 ? '1 result' : `${number(count)} results`),
  nothingFound: 'Nothing found',
  add: { prompts: 'New prompt', presets: 'New preset' },
  edit: { prompts: 'Edit the prompt', presets: 'Edit the preset' },
  empty: { prompts: 'There are no prompts yet.', presets: 'There are no presets yet.' },
  begin: 'Begin with an example',
  actionsFor: { prompts: (name: string) => `Actions for the prompt “${name}”` },
  deleted: (name: string) => `Deleted “${name}”.`,
  moved: (name: string, place: number, count: number) => `“${name}” is at place ${number(place)} of ${number(count)}.`,
  failed: 'The change could not be saved.',
  /** Another tab has changed or deleted what is being edited. */
  changedElsewhere: 'It was changed in another tab meanwhile. Saving replaces that.',
  deletedElsewhere: 'It was deleted in another tab meanwhile. Saving brings it back.',
  unsaved: 'What you wrote is not saved yet.',
  keepWriting: 'Keep writing',
  discard: 'Discard it',

  promptTitle: 'Title',
  promptName: 'Name behind the slash',
  promptNameHint: (name: string) => `Typed as /${name} in an empty message.`,
  promptBody: 'Text',
  promptBodyHint: 'Write {{topic}} where something is to be filled in each time, or {{tone=friendly}} with a default.',
  asksFor: (names: string) => `Asks for: ${names}`,
  withDefault: (name: string, value: string) => `${name} (${value})`,
  presetName: 'Name',
  icon: 'Icon',
  /** What each icon is called, by its name. */
  icons: {
    sparkles: 'Sparkles',
    bot: 'Robot',
    brain: 'Brain',
    'book-open': 'Book',
    code: 'Code',
    'flask-conical': 'Flask',
    'graduation-cap': 'Graduation cap',
    languages: 'Languages',
    lightbulb: 'Light bulb',
    'message-circle': 'Speech bubble',
    'pen-line': 'Pen',
    scale: 'Scales',
  },
  model: 'Model',
  modelHint: 'Who answers in a chat that begins with it.',
  anyModel: 'Whichever is chosen',
  goneModel: (id: string) => `${id} (not offered at the moment)`,
  wrong: {
    nameMissing: 'Write a name.',
    nameForm: 'Write small letters, digits and “-” only, such as code-review.',
    nameTooLong: `Write at most ${number(libraryLimits.promptName)} characters.`,
    nameTaken: 'Another prompt has this name already. Choose another.',
    titleTooLong: `Write at most ${number(libraryLimits.promptTitle)} characters.`,
    bodyMissing: 'Write the text that is to be inserted.',
    bodyTooLong: `Write at most ${number(libraryLimits.promptBody)} characters.`,
    presetNameTooLong: `Write at most ${number(libraryLimits.presetName)} characters.`,
  },

  /** Something to begin with, where there is nothing. */
  examplePrompt: {
    title: 'Explain it simply',
    name: 'explain',
    body: 'Explain {{topic}} to {{reader=a curious ten-year-old}}, with one example from everyday life.',
  },
  examplePreset: {
    name: 'Careful editor',
    systemPrompt:
      'You edit texts. Correct spelling and grammar, keep the voice of the author, and list what you changed below the text.',
  },
} as const
