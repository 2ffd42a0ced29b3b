-- How often each card was sent. Somebody may have sent copies of a card that occurs far more often than similar cards.
SELECT month, level, tier, region, post, coverage, attention, after_hours, repeat_share, COUNT(*) AS n
FROM cards WHERE attention > 0 AND after_hours > 0 AND repeat_share > 0
GROUP BY month, level, tier, region, post, coverage, attention, after_hours, repeat_share
