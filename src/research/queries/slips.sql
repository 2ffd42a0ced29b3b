-- Counts and sums of weights of slips by field, stratum and jackknife block; {group} is random_group or cluster_group.
-- Field 0: slips by subject. Fields 1 to 5: the bucketed fields, whose meaning depends on the kind of slip.
SELECT 0 AS field, month, slip, tier, subject, {group} AS block, 0 AS bucket, COUNT(*) AS n, SUM(weight) AS w, MAX(weight) AS heaviest
FROM slips
GROUP BY month, slip, tier, subject, {group}
UNION ALL
SELECT 1 AS field, month, slip, tier, subject, {group} AS block, first AS bucket, COUNT(*) AS n, SUM(weight) AS w, MAX(weight) AS heaviest
FROM slips WHERE first > 0
GROUP BY month, slip, tier, subject, {group}, first
UNION ALL
SELECT 2 AS field, month, slip, tier, subject, {group} AS block, second AS bucket, COUNT(*) AS n, SUM(weight) AS w, MAX(weight) AS heaviest
FROM slips WHERE second > 0
GROUP BY month, slip, tier, subject, {group}, second
UNION ALL
SELECT 3 AS field, month, slip, tier, subject, {group} AS block, third AS bucket, COUNT(*) AS n, SUM(weight) AS w, MAX(weight) AS heaviest
FROM slips WHERE third > 0
GROUP BY month, slip, tier, subject, {group}, third
UNION ALL
SELECT 4 AS field, month, slip, tier, subject, {group} AS block, fourth AS bucket, COUNT(*) AS n, SUM(weight) AS w, MAX(weight) AS heaviest
FROM slips WHERE fourth > 0
GROUP BY month, slip, tier, subject, {group}, fourth
UNION ALL
SELECT 5 AS field, month, slip, tier, subject, {group} AS block, fifth AS bucket, COUNT(*) AS n, SUM(weight) AS w, MAX(weight) AS heaviest
FROM slips WHERE fifth > 0
GROUP BY month, slip, tier, subject, {group}, fifth
UNION ALL
-- Field 6: frequency and minutes of an obligation together (frequency * 16 + minutes), from which hours are computed.
SELECT 6 AS field, month, slip, tier, subject, {group} AS block, first * 16 + second AS bucket, COUNT(*) AS n, SUM(weight) AS w, MAX(weight) AS heaviest
FROM slips WHERE slip = 2 AND first > 0 AND second > 0
GROUP BY month, slip, tier, subject, {group}, first, second
