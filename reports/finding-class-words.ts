import type { FindingClass } from '../src/judge/finding.ts';

const words: Readonly<Record<FindingClass, string>> = {
  'foreign content': 'Another patient’s recording',
  'listed without a consultation': 'A recording of no consultation of the viewer’s own',
  'counted without being shown': 'Counted, and not shown',
  'own replay missing': 'An own recording is missing',
  'own replay incomplete': 'An own recording is incomplete',
  'content differs from claim': 'The content is not what the title claims',
  'several consultations in one recording': 'Several consultations in one recording',
  'picture and sound of different consultations': 'Picture and sound of different consultations',
  'part of an interrupted call elsewhere': 'A part of an interrupted call is elsewhere',
  'recorded without consent': 'Recorded without consent',
  'signed in as somebody else': 'Taken for somebody else',
  'served to a stranger': 'Given to somebody who asked for it',
  'let into another’s call': 'Let into another patient’s call',
  'foreign canary in a response': 'Another patient’s text in an answer of the server',
  'foreign identity in a response': 'Another patient’s address in an answer of the server',
  'foreign object in a response':
    'The id of another’s appointment, replay or session in an answer of the server',
};

/** A class of finding as a title that contradicts no level of exposure; one that is not known stands as it is. */
export function findingClassWords(kind: string): string {
  return kind in words ? words[kind as FindingClass] : kind;
}
