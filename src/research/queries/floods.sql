-- How often each card came. Far more often than similar cards is a sign that somebody sent copies.
SELECT month, level, tier, region, post, coverage, attention, after_hours, repeat_share, COUNT(*) AS n
FROM cards WHERE attention > 0 AND after_hours > 0 AND repeat_share > 0
GROUP BY month, level, tier, region, post, coverage, attention, after_hours, repeat_share
