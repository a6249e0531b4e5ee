-- The reports of a store, in DuckDB: Parquet as load.sql writes it. One variable: store, its folder.
CREATE OR REPLACE TEMP VIEW reports AS
SELECT * FROM read_parquet(getvariable('store') || '/*/*/*.parquet', hive_partitioning = true,
                           hive_types = {period: VARCHAR, region: VARCHAR});
