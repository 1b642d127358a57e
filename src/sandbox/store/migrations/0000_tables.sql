CREATE TABLE "lead_cell_counts" (
	"status" text NOT NULL,
	"ad_platform" text NOT NULL,
	"source" text NOT NULL,
	"priority" text NOT NULL,
	"assigned_to" text NOT NULL,
	"leads" integer NOT NULL,
	CONSTRAINT "lead_cell_counts_pkey" PRIMARY KEY("status","priority","source","ad_platform","assigned_to")
);
--> statement-breakpoint
CREATE TABLE "lead_day_counts" (
	"facet" text NOT NULL,
	"value" text NOT NULL,
	"day" date NOT NULL,
	"leads" integer NOT NULL,
	"won" integer NOT NULL,
	"won_value" numeric NOT NULL,
	CONSTRAINT "lead_day_counts_pkey" PRIMARY KEY("facet","value","day")
);
--> statement-breakpoint
CREATE TABLE "leads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unique_code" text,
	"external_ref" text,
	"first_name" text NOT NULL,
	"last_name" text,
	"email" text,
	"phone" text,
	"status" text NOT NULL,
	"priority" text,
	"source" text,
	"ad_platform" text,
	"assigned_to" text,
	"estimated_value" numeric,
	"actual_value" numeric,
	"notes" text,
	"campaign" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"search_text" text NOT NULL,
	"phone_digits" text NOT NULL,
	"sync_state" text NOT NULL,
	"sync_due_at" timestamp (3) with time zone,
	"sync_attempts" integer DEFAULT 0 NOT NULL,
	"last_sync_at" timestamp (3) with time zone,
	"sent_events" text DEFAULT '' NOT NULL,
	"ordinal" integer,
	"next_change_at" timestamp (3) with time zone,
	"created_day" date GENERATED ALWAYS AS (((created_at at time zone 'UTC')::date)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"subject" text NOT NULL,
	"message" text NOT NULL,
	"status" text NOT NULL,
	"priority" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tickets_ref_key" UNIQUE("ref")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"schema_version" integer NOT NULL,
	"seed" integer NOT NULL,
	"zone" text NOT NULL,
	"language" text NOT NULL,
	"plan" text NOT NULL,
	"tracking_code" text NOT NULL,
	"daily_quota" integer NOT NULL,
	"daily_arrivals" integer NOT NULL,
	"next_ordinal" integer NOT NULL,
	"caught_up_to" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "leads_unique_code" ON "leads" USING btree ("unique_code");--> statement-breakpoint
CREATE INDEX "leads_created" ON "leads" USING btree ("created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_updated" ON "leads" USING btree ("updated_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_status" ON "leads" USING btree ("status","created_at","id") WHERE deleted_at is null and "leads"."status" is not null;--> statement-breakpoint
CREATE INDEX "leads_source" ON "leads" USING btree ("source","created_at","id") WHERE deleted_at is null and "leads"."source" is not null;--> statement-breakpoint
CREATE INDEX "leads_ad_platform" ON "leads" USING btree ("ad_platform","created_at","id") WHERE deleted_at is null and "leads"."ad_platform" is not null;--> statement-breakpoint
CREATE INDEX "leads_assigned_to" ON "leads" USING btree ("assigned_to","created_at","id") WHERE deleted_at is null and "leads"."assigned_to" is not null;--> statement-breakpoint
CREATE INDEX "leads_search" ON "leads" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "leads_phone" ON "leads" USING gin ("phone_digits" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "leads_unsent" ON "leads" USING btree ("updated_at","id") WHERE deleted_at is null and sync_state in ('pending', 'partial', 'failed');--> statement-breakpoint
CREATE INDEX "leads_due" ON "leads" USING btree ("sync_due_at") WHERE sync_due_at is not null;--> statement-breakpoint
CREATE INDEX "leads_next_change" ON "leads" USING btree ("next_change_at") WHERE next_change_at is not null;