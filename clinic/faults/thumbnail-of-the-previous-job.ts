import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'thumbnail-of-the-previous-job',
  title: 'A thumbnail shows the consultation composed before',
  mechanism:
    'The thumbnailer keeps one picture at hand and hands it out before the new one has replaced it, so that each ' +
    'replay gets the picture of the job before. Title, owner, link and recording are right.',
  seam: 'thumbnailer',
  mustBreak: ['every-replay-belongs-to-its-viewer'],
  mayBreak: [
    'one-recording-holds-one-consultation',
    'the-content-is-what-the-title-claims',
    'no-response-carries-a-foreign-canary',
    'an-interrupted-call-stays-with-its-consultation',
  ],
  reference:
    'About 13,000 customers of a camera company were presented with others’ thumbnails in February 2024.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    thumbnailer: () => {
      const inner = seams.thumbnailer();
      let atHand: Buffer | null = null;
      return {
        async thumbnailOf(path) {
          const picture = await inner.thumbnailOf(path);
          if (!picture) return null;
          const handedOut = atHand ?? picture;
          atHand = picture;
          return handedOut;
        },
      };
    },
  }),
};

export default fault;
