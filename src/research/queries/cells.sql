-- One row per month, record and bucket; cells of fewer than $k reports are kept back.
SELECT month, record, field, bucket, count(*) AS reports
FROM facts
GROUP BY month, record, field, bucket
HAVING count(*) >= $k
ORDER BY month, record, field, bucket
