-- Counted again on opening.
DELETE FROM "lead_cell_counts";--> statement-breakpoint
DROP INDEX "leads_updated";--> statement-breakpoint
DROP INDEX "leads_status";--> statement-breakpoint
DROP INDEX "leads_source";--> statement-breakpoint
DROP INDEX "leads_ad_platform";--> statement-breakpoint
DROP INDEX "leads_assigned_to";--> statement-breakpoint
ALTER TABLE "lead_cell_counts" ADD COLUMN "day" date NOT NULL;--> statement-breakpoint
CREATE INDEX "leads_updated" ON "leads" USING btree ("updated_at","id","status","ad_platform","source","priority") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_status" ON "leads" USING btree ("status","created_at","id","ad_platform","source","priority") WHERE deleted_at is null and "leads"."status" is not null;--> statement-breakpoint
CREATE INDEX "leads_source" ON "leads" USING btree ("source","created_at","id","status","ad_platform","priority") WHERE deleted_at is null and "leads"."source" is not null;--> statement-breakpoint
CREATE INDEX "leads_ad_platform" ON "leads" USING btree ("ad_platform","created_at","id","status","source","priority") WHERE deleted_at is null and "leads"."ad_platform" is not null;--> statement-breakpoint
CREATE INDEX "leads_assigned_to" ON "leads" USING btree ("assigned_to","created_at","id","status","ad_platform","source","priority") WHERE deleted_at is null and "leads"."assigned_to" is not null;--> statement-breakpoint
ALTER TABLE "workspaces" DROP COLUMN "schema_version";--> statement-breakpoint
ALTER TABLE "lead_cell_counts" DROP CONSTRAINT "lead_cell_counts_pkey";
--> statement-breakpoint
ALTER TABLE "lead_cell_counts" ADD CONSTRAINT "lead_cell_counts_pkey" PRIMARY KEY("status","ad_platform","source","priority","day","assigned_to");