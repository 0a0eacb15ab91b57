import type { ReplayClaim } from '../model/replay.ts';
import type { SurfaceId } from '../model/surface.ts';
import type { RawResponse } from './raw-response.ts';

/** One replay as a surface lists it. */
export interface ListedReplay {
  /** The product's id of the replay, the same on all its surfaces. */
  readonly item: string;
  readonly claim: ReplayClaim;
  /** Everything that the listing says of it, as it stands there. */
  readonly text: string;
  /** How to open it on this surface; absent while there is nothing to open. */
  readonly address?: string | undefined;
}

/** A frame as the player shows it. */
export interface ShownFrame {
  /** The stretch of the replay that it stands for, in ms. */
  readonly fromMs: number;
  readonly toMs: number;
  /** PNG, JPEG or WebP. */
  readonly picture: Uint8Array;
}

/** What one part of a replay was answered with. */
export interface PieceOfReplay {
  readonly response: RawResponse;
  /** Its place in the whole, in bytes, as the answer says it. */
  readonly from: number;
}

/** What opening gave, raw; the harness decides what it means and reads what is in it. */
export interface OpenedReplay {
  readonly response: RawResponse;
  /** What the same address gave when it was asked for as a whole and not by ranges: what is saved, beside what is played. */
  readonly asWhole?: RawResponse;
  /** What the same address gave when it was asked for a part alone: a player that was sought forward. */
  readonly pieces?: readonly PieceOfReplay[];
  /** Frames that a player showed; only surfaces with a player have them. */
  readonly frames?: readonly ShownFrame[];
}

/** A place of the product where replays become visible to the signed-in patient. */
export interface Surface {
  readonly id: SurfaceId;
  /** What opening it gives: text to scan, a still picture, or media with a timeline. */
  readonly content: 'text' | 'picture' | 'media' | 'none';
  /** Lists everything to the end. Throws when it cannot: a part of a list is never handed back as the whole. */
  readonly enumerate: () => Promise<ListedReplay[]>;
  /** How many replays there are, as the surface itself said when it was enumerated last; undefined where it does not say. */
  readonly counted?: () => number | undefined;
  /** Opens one address, the viewer's own or, in a probe, somebody else's. Absent on surfaces that only list. */
  readonly open?: (address: string) => Promise<OpenedReplay>;
}
