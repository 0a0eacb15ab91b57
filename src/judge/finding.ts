import type { ExposureLevel } from '../model/exposure-level.ts';
import type { SurfaceId } from '../model/surface.ts';
import { surfaces } from '../model/surface.ts';
import type { EdgeKind } from './edge-kind.ts';
import type { PromiseId } from './promise-id.ts';

/** What kind of wrong it is; findings of one class, surface and edge kind are grouped. */
export type FindingClass =
  | 'foreign content'
  | 'listed without a consultation'
  | 'counted without being shown'
  | 'own replay missing'
  | 'own replay incomplete'
  | 'content differs from claim'
  | 'several consultations in one recording'
  | 'picture and sound of different consultations'
  | 'part of an interrupted call elsewhere'
  | 'recorded without consent'
  | 'signed in as somebody else'
  | 'served to a stranger'
  | 'let into another’s call'
  | 'foreign canary in a response'
  | 'foreign identity in a response'
  | 'foreign object in a response';

/** Where a breach showed: a surface, any answer of the server, or a call while it went on. */
export const findingSurfaces = [...surfaces, 'response', 'call'] as const;
export type FindingSurface = (typeof findingSurfaces)[number];

/** One breach of one promise, pointing at the history's entry that shows it. */
export interface Finding {
  readonly promise: PromiseId;
  readonly class: FindingClass;
  readonly surface: FindingSurface;
  readonly edge: EdgeKind;
  readonly viewer: number;
  /** Whose data it is; null when the content does not say. */
  readonly subject: number | null;
  readonly consultation: number | null;
  /** The product's id of the replay; null where none is involved. */
  readonly item: string | null;
  /** Null for findings that expose nothing, such as a missing replay of one's own. */
  readonly level: ExposureLevel | null;
  /** Seconds of the subject's picture or sound that were read, whichever is longer. */
  readonly seconds: number;
  /** Harness time of the entry, in ms. */
  readonly at: number;
  readonly cohort: number;
  /** Line of the cohort's history file, from 1. */
  readonly line: number;
  readonly detail: string;
}

/** A planned check that did not conclude, and why. */
export interface Shortfall {
  readonly promise: PromiseId;
  readonly cohort: number;
  readonly viewer: number | null;
  readonly surface: SurfaceId | null;
  readonly reason: string;
}
