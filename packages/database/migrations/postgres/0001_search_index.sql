-- The words of search_documents, by column. The vectors hold the tokens packages/language made, as to_tsvector('simple', …)
-- would, but nothing is parsed here: both engines see exactly the same tokens.
CREATE INDEX "search_documents_exact" ON "search_documents" USING gin ("exact");
--> statement-breakpoint
CREATE INDEX "search_documents_stems" ON "search_documents" USING gin ("stems");
--> statement-breakpoint
CREATE INDEX "search_documents_lazy" ON "search_documents" USING gin ("lazy");
