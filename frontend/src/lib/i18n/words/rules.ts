import type { Words } from '../sentence';

/** The house rules in words: each with its value and its effect. */
export const ruleWords = {
  'rules.title': { en: 'House rules', fr: 'Règlement' },
  'rule.courtesy': {
    en: 'An objection counts if it is received within {d} after the time shown.',
    fr: 'Une objection compte si elle est reçue dans les {d} après l’heure affichée.',
  },
  'rule.opening': {
    en: 'A meeting opens {d} after it is requested.',
    fr: 'Une réunion s’ouvre {d} après la demande.',
  },
  'rule.drafting': {
    en: 'The automatic chair puts a text under silence {d} after the meeting opens, {e} after a break.',
    fr: 'La présidence automatique place un texte sous silence {d} après l’ouverture, {e} après une rupture.',
  },
  'rule.silence': {
    en: 'The first silence lasts {d}, later ones {e}, none less than {f}.',
    fr: 'Le premier silence dure {d}, les suivants {e}, aucun moins de {f}.',
  },
  'rule.at_once': {
    en: {
      one: '{n} text may be under silence at a time.',
      other: '{n} texts may be under silence at a time.',
    },
    fr: {
      one: '{n} texte à la fois peut être sous silence.',
      other: '{n} textes à la fois peuvent être sous silence.',
    },
  },
  'rule.extensions': {
    en: {
      one: 'A silence may be extended {n} time.',
      other: 'A silence may be extended {n} times.',
    },
    fr: {
      one: 'Un silence peut être prolongé {n} fois.',
      other: 'Un silence peut être prolongé {n} fois.',
    },
  },
  'rule.association': {
    en: 'Others may associate with a break for {d}.',
    fr: 'On peut s’associer à une rupture pendant {d}.',
  },
  'rule.author_council': {
    en: 'The whole Council learns who broke silence.',
    fr: 'Tout le Conseil apprend qui a rompu le silence.',
  },
  'rule.author_chair': {
    en: 'Only the chair and the facilitators learn who broke silence.',
    fr: 'Seules la présidence et l’animation apprennent qui a rompu le silence.',
  },
  'rule.author_leak': {
    en: 'The chair learns at once who broke silence, the Council {d} later.',
    fr: 'La présidence apprend aussitôt qui a rompu le silence, le Conseil {d} plus tard.',
  },
  'rule.public': {
    en: 'The public learns of a break after {d}.',
    fr: 'Le public apprend une rupture après {d}.',
  },
  'rule.public_never': {
    en: 'The public learns of a break only by a leak.',
    fr: 'Le public n’apprend une rupture que par une fuite.',
  },
  'rule.fall_back': {
    en: {
      one: 'After {n} break the automatic chair falls back.',
      other: 'After {n} breaks the automatic chair falls back.',
    },
    fr: {
      one: 'Après {n} rupture, la présidence automatique se replie.',
      other: 'Après {n} ruptures, la présidence automatique se replie.',
    },
  },
  'rule.per_ally': {
    en: {
      one: 'Each delegation may break {n} time in a game.',
      other: 'Each delegation may break {n} times in a game.',
    },
    fr: {
      one: 'Chaque délégation peut rompre {n} fois par partie.',
      other: 'Chaque délégation peut rompre {n} fois par partie.',
    },
  },
  'rule.turns': {
    en: 'The planned end of a turn rings; the facilitator ends it.',
    fr: 'La fin prévue d’un tour sonne ; l’animation le clôt.',
  },
  'rule.hold': {
    en: 'After an outage a running silence has at least {d}.',
    fr: 'Après une coupure, un silence en cours dure encore au moins {d}.',
  },
  'rule.absent': {
    en: 'An absent seat objects to nothing.',
    fr: 'Un siège vide n’objecte à rien.',
  },
} as const satisfies Words;
