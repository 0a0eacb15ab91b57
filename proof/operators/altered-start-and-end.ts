import { surfacesOf } from '../../src/model/surface.ts';
import type { Operator } from './operator.ts';
import { alterOne } from './replace-entry.ts';

/** Starts that excuse more, and ends that count otherwise. */
export const alteredStartAndEnd: readonly Operator[] = [
  {
    name: 'a surface that was looked at is said to be absent',
    alter: ({ history, plan }, choose) =>
      alterOne(
        history,
        choose,
        'start',
        () => true,
        (start) => {
          const absent = choose([
            ...new Set(plan.checks.flatMap((one) => ('surface' in one ? one.surface : []))),
          ]);
          if (absent === undefined || start.absentSurfaces[absent] !== undefined) return undefined;
          return [
            { ...start, absentSurfaces: { ...start.absentSurfaces, [absent]: 'It has none.' } },
          ];
        },
      ),
  },
  {
    name: 'a surface is said to be absent for one cohort, and its looks and probes are taken out',
    alter: ({ history, isAlone }, choose) => {
      const absent = choose(surfacesOf('api'));
      // What the only cohort lacks is what the target lacks, and the report says so.
      if (absent === undefined || isAlone) return undefined;
      return history
        .filter((entry) => !('surface' in entry && entry.surface === absent))
        .map((entry) =>
          entry.type === 'start'
            ? { ...entry, absentSurfaces: { ...entry.absentSurfaces, [absent]: 'It has none.' } }
            : entry,
        );
    },
  },
  {
    name: 'the target is said to hold no calls',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'start',
        () => true,
        (start) => [{ ...start, absentCalls: 'It has none.' }],
      ),
  },
  {
    name: 'hardly a response was scanned',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'end',
        () => true,
        (end) => {
          const responses = choose([0, 1, 10]);
          return responses === undefined ? undefined : [{ ...end, responses }];
        },
      ),
  },
  {
    name: 'nobody’s own words or address were recognised',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'end',
        () => true,
        (end) => {
          const what = choose(['canaries', 'identities'] as const);
          return what && [{ ...end, recognised: { ...end.recognised, [what]: 0 } }];
        },
      ),
  },
  {
    name: 'a response was not heard',
    alter: ({ history, plan }, choose) => {
      const viewer = choose(plan.patients)?.number;
      const [start, ...rest] = history;
      if (start === undefined || viewer === undefined) return undefined;
      const unheard = {
        type: 'unheard',
        at: 1,
        viewer,
        method: 'GET',
        route: '/',
        reason: '',
      } as const;
      return [start, unheard, ...rest];
    },
  },
  {
    name: 'a response held another’s canary, identity or object',
    alter: ({ history, plan }, choose) => {
      const [viewer, other] = [plan.patients[0]?.number, plan.patients[1]?.number];
      const [start, ...rest] = history;
      const where = choose(['sightings', 'identities', 'objects'] as const);
      if (start === undefined || viewer === undefined || other === undefined) return undefined;
      const said = { sightings: [], identities: [], objects: [] };
      const sighting = {
        integrity: 'authentic',
        track: 'text',
        role: 'patient',
        patient: other,
        take: 0,
      } as const;
      const found =
        where === 'sightings' ? { sightings: [sighting] } : { [where ?? 'objects']: [other] };
      const response = {
        type: 'response',
        at: 1,
        viewer,
        method: 'GET',
        route: '/',
        status: 200,
        ...said,
        ...found,
      } as const;
      return [start, response, ...rest];
    },
  },
  {
    name: 'something planned is said to have broken',
    alter: ({ history }) => {
      const [start, ...rest] = history;
      return start && [start, { type: 'shortfall', at: 1, reason: 'altered' }, ...rest];
    },
  },
];
