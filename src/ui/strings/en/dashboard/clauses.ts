/** Clauses of the rules, worded as docs/rules.md quotes them. */
import type { ClausesTexts } from '../../zh-CN/dashboard/clauses.ts';

export const clauses: ClausesTexts = {
  observed: 'What the rules say (a feature that was seen, not a violation)',
  exception: 'except for security and emergencies',
  clause: (text, exception) => `${text}${exception === '' ? '' : ` (${exception})`}.`,
  from: (instruments, strength) => `From: ${instruments}. ${strength}.`,
  exempt: (count) => `${count} of them on portals that you marked as security or emergency work.`,
  instrumentSeparator: '; ',
  instruments: {
    'apps-2026': 'State Council General Office letter 12 of 2026',
    'opinions-2023': 'Opinions on formalism at the fingertips (2023)',
    'relief-2024': 'Provisions on relieving the grass roots (2024)',
    local: 'local rules',
  },
  strengths: {
    function: 'Only shows that the portal has it',
    count: 'Shows how often, not whether it was needed',
    hint: 'A hint only',
  },
  clauses: {
    reporting: 'No arbitrary or repeated demands for forms, figures and materials',
    'report-once': 'Material of one kind is reported once at most',
    traces: 'Traces must not stand in for results',
    photos: 'No forced upload of work photos, videos or screenshots without need',
    'check-in': 'No check-ins as a rule',
    'instant-reply': 'No forced chains, check-ins or instant replies',
    likes: 'Likes, reposts and votes are no basis of assessment',
    ranking: 'No points rankings as a rule',
    'online-time': 'No counting of online time as a rule',
    install: 'No forced installs, no publishing of install rates',
    'one-stop': 'One platform and one form for one kind of matter',
    'off-hours': 'No tasks outside working hours: no national rule, but some places have one',
  },
};
