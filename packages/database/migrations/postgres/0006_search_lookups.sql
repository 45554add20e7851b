-- Each word looks into the three indexes by itself and keeps the best place it was found in (0 exact, 1 stems, 2 lazy); a
-- document that every word found is as good as its worst word.
-- A function for the sake of its setting: the planner does not know that reading a long vector costs a hundred times its row,
-- and would read them all.
CREATE FUNCTION "search_matches"(exact tsquery[], stems tsquery[], lazy tsquery[])
RETURNS TABLE ("seq" bigint, "tier" integer)
LANGUAGE sql STABLE SET enable_seqscan = off AS $$
	with hits as (
		select word.i, d.seq, 0 as tier from unnest($1) with ordinality word(query, i) join search_documents d on d.exact @@ word.query
		union all
		select word.i, d.seq, 1 from unnest($2) with ordinality word(query, i) join search_documents d on d.stems @@ word.query
		union all
		select word.i, d.seq, 2 from unnest($3) with ordinality word(query, i) join search_documents d on d.lazy @@ word.query
	), by_word as (
		select hits.i, hits.seq, min(hits.tier) as tier from hits group by hits.i, hits.seq
	)
	select by_word.seq, max(by_word.tier) from by_word group by by_word.seq having count(*) = cardinality($1)
$$;
--> statement-breakpoint
-- Documents are few and searches many: no list of pending words that every search reads through.
ALTER INDEX "search_documents_exact" SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX "search_documents_stems" SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX "search_documents_lazy" SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX "search_documents_scope" SET (fastupdate = off);
--> statement-breakpoint
SELECT gin_clean_pending_list(index::regclass) FROM unnest(ARRAY[
	'search_documents_exact', 'search_documents_stems', 'search_documents_lazy', 'search_documents_scope'
]) index;
