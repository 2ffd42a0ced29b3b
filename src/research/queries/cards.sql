-- Counts of cards by field, stratum and jackknife block; {group} is random_group or cluster_group.
-- Field 0: reports by level and sampled part (level * 16 + part).
SELECT 0 AS field, month, tier, region, post, {group} AS block, weight, 0 AS noise, level * 16 + drawn AS bucket, COUNT(*) AS n
FROM cards
GROUP BY month, tier, region, post, {group}, weight, level, drawn
UNION ALL
-- Fields 1 to 4: the bucketed fields.
SELECT 1 AS field, month, tier, region, post, {group} AS block, weight, 0 AS noise, coverage AS bucket, COUNT(*) AS n
FROM cards WHERE coverage > 0
GROUP BY month, tier, region, post, {group}, weight, coverage
UNION ALL
SELECT 2 AS field, month, tier, region, post, {group} AS block, weight, 0 AS noise, attention AS bucket, COUNT(*) AS n
FROM cards WHERE attention > 0
GROUP BY month, tier, region, post, {group}, weight, attention
UNION ALL
SELECT 3 AS field, month, tier, region, post, {group} AS block, weight, 0 AS noise, after_hours AS bucket, COUNT(*) AS n
FROM cards WHERE after_hours > 0
GROUP BY month, tier, region, post, {group}, weight, after_hours
UNION ALL
SELECT 4 AS field, month, tier, region, post, {group} AS block, weight, 0 AS noise, repeat_share AS bucket, COUNT(*) AS n
FROM cards WHERE repeat_share > 0
GROUP BY month, tier, region, post, {group}, weight, repeat_share
UNION ALL
-- Fields 5 and 6: the output of randomized response plus 1.
SELECT 5 AS field, month, tier, region, post, {group} AS block, weight, noise AS noise, noisy_attention AS bucket, COUNT(*) AS n
FROM cards WHERE noisy_attention > 0
GROUP BY month, tier, region, post, {group}, weight, noise, noisy_attention
UNION ALL
SELECT 6 AS field, month, tier, region, post, {group} AS block, weight, noise AS noise, noisy_after_hours AS bucket, COUNT(*) AS n
FROM cards WHERE noisy_after_hours > 0
GROUP BY month, tier, region, post, {group}, weight, noise, noisy_after_hours
