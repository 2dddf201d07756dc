import type { DetectedProfile } from '../analysis.js';
import type { Kind } from '../dictionaries/schema.js';
import { DuizhaoError } from '../document/error.js';
import type { Span } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import type { Outline } from '../outline/outline.js';
import { detect } from './detect.js';
import type { HeadingMatches, PreparedProfiles } from './headings.js';

/** Year and kind of a document. */
export interface Recognised {
  readonly profile: DetectedProfile;
  readonly kind: Kind;
}

/**
 * Profile and kind: as the caller says, else as the document shows.
 *
 * @param headings what the headings of the problem parts name
 * @throws DuizhaoError `unknown-profile` when the caller names none that exists
 */
export function recognise(
  { text, hits, outline }: { readonly text: string; readonly hits: Hits; readonly outline: Outline },
  headings: readonly HeadingMatches[],
  profiles: PreparedProfiles,
  options: { readonly profile?: string | undefined; readonly kind?: Kind | undefined },
): Recognised {
  const stretches = (role: 'title' | 'opening'): readonly Span[] =>
    outline.parts.filter((part) => part.role === role).map(({ span }) => span);
  const detected = detect(
    { text, hits, title: stretches('title')[0] ?? null, opening: stretches('opening'), headings },
    profiles,
  );
  const id = options.profile ?? detected.profile.id;
  const profile = profiles.byId.get(id);
  if (!profile) {
    const known = [...profiles.byId.keys()].join('、');
    throw new DuizhaoError('unknown-profile', `没有名为“${id}”的年度维度；可用的有：${known}。`);
  }
  const named = options.profile !== undefined;
  return {
    kind: options.kind ?? detected.kind,
    profile: {
      profile,
      detected: !named,
      confidence: named ? 1 : detected.confidence,
      reasons: named ? [] : detected.reasons,
      runnerUp: named ? null : detected.runnerUp,
    },
  };
}
