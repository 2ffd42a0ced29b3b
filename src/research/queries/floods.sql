-- How often each whole card came: too often for chance is a sign of stuffing.
SELECT month, level, tier, region, post, coverage, attention, after_hours, repeat_share, COUNT(*) AS n
FROM cards WHERE attention > 0 AND after_hours > 0 AND repeat_share > 0
GROUP BY month, level, tier, region, post, coverage, attention, after_hours, repeat_share
