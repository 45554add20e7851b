-- The newest that answer a question. Left to itself the planner goes through all documents from the newest, and unpacks each, where a word is
-- frequent. Here the index is asked for a window of the newest documents, then for a larger one, then for all that is left (`seq + 0`: not by
-- the primary key). Each is planned for the question at hand, and alone: a parallel plan takes longer to begin than any of these to end.
CREATE FUNCTION "search_newest"(question tsquery, below bigint, most bigint, width bigint DEFAULT 8000) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
	upper bigint := coalesce(below, (SELECT max("seq") + 1 FROM "search_documents"), 0);
	lower bigint;
	found bigint := 0;
	here bigint;
BEGIN
	LOOP
		lower := upper - width;
		IF lower > 1 THEN
			RETURN QUERY EXECUTE 'SELECT "seq" FROM "search_documents"
				WHERE "search_set"("packed", "extra") @@ $1 AND "seq" >= $2 AND "seq" < $3 ORDER BY "seq" + 0 DESC LIMIT $4'
				USING question, lower, upper, most - found;
		ELSE
			RETURN QUERY EXECUTE 'SELECT "seq" FROM "search_documents"
				WHERE "search_set"("packed", "extra") @@ $1 AND "seq" + 0 < $2 ORDER BY "seq" + 0 DESC LIMIT $3'
				USING question, upper, most - found;
		END IF;
		GET DIAGNOSTICS here = ROW_COUNT;
		found := found + here;
		EXIT WHEN found >= most OR lower <= 1;
		upper := lower;
		width := width * 16;
	END LOOP;
END
$$;
