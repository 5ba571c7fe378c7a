CREATE TABLE "access_absences" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_absences" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "starts_at" TEXT NOT NULL,
    "ends_at" TEXT NOT NULL,
    "substitute_id" TEXT NULL,
    "note" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "access_access_tokens" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_access_tokens" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "read_only" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NULL,
    "last_used_at" TEXT NULL,
    "last_used_from" TEXT NULL,
    "revoked_at" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "access_authenticators" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_authenticators" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "confirmed_at" TEXT NULL,
    "last_step" INTEGER NOT NULL,
    "last_used_at" TEXT NULL,
    "wrong_tries" INTEGER NOT NULL,
    "wrong_since" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "access_break_glasses" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_break_glasses" PRIMARY KEY,
    "team_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "ends_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "access_external_logins" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_external_logins" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_key" TEXT NOT NULL,
    "name" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "last_used_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "access_one_time_links" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_one_time_links" PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "address" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "used_at" TEXT NULL,
    "ended_at" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "access_passkeys" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_passkeys" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "credential_key" TEXT NOT NULL,
    "public_key" BLOB NOT NULL,
    "sign_count" INTEGER NOT NULL,
    "transports" TEXT NOT NULL,
    "backup_eligible" INTEGER NOT NULL,
    "backed_up" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "last_used_at" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "access_recovery_codes" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_recovery_codes" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "used_at" TEXT NULL
);


CREATE TABLE "access_reset_requests" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_reset_requests" PRIMARY KEY,
    "email_key" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "mailed" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "access_role_settings" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_role_settings" PRIMARY KEY,
    "role" TEXT NOT NULL,
    "requires_second_factor" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "access_roles" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_roles" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "description" TEXT NULL,
    "based_on" TEXT NULL,
    "differences" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "access_sessions" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_sessions" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "address" TEXT NULL,
    "user_agent" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "last_seen_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    "provider" TEXT NULL,
    "provider_subject" TEXT NULL,
    "provider_session" TEXT NULL,
    "provider_token" TEXT NULL,
    "provider_factor" INTEGER NOT NULL,
    "view_as" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "access_teams" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_teams" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "parent_id" TEXT NULL,
    "confidential" INTEGER NOT NULL,
    "desk_grants" TEXT NOT NULL,
    "member_ids" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "access_used_proofs" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_access_used_proofs" PRIMARY KEY,
    "expires_at" TEXT NOT NULL
);


CREATE TABLE "access_users" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_users" PRIMARY KEY,
    "invited_until" TEXT NULL,
    "removed_at" TEXT NULL,
    "job_title" TEXT NULL,
    "phone" TEXT NULL,
    "signature" TEXT NULL,
    "avatar_id" TEXT NULL,
    "working_hours_text" TEXT NOT NULL,
    "absences_changed_at" TEXT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NOT NULL,
    "roles" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "active" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "factors_reset_at" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "customers_custom_fields" (
    "id" TEXT NOT NULL CONSTRAINT "PK_customers_custom_fields" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "choices" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "archived_at" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "customers_customers" (
    "id" TEXT NOT NULL CONSTRAINT "PK_customers_customers" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NULL,
    "given_name" TEXT NULL,
    "family_name" TEXT NULL,
    "job_title" TEXT NULL,
    "company_id" TEXT NULL,
    "external_id" TEXT NULL,
    "display_name" TEXT NOT NULL,
    "display_key" TEXT NOT NULL,
    "primary_email" TEXT NULL,
    "primary_phone" TEXT NULL,
    "preferred_contact_method" TEXT NULL,
    "language" TEXT NULL,
    "time_zone" TEXT NULL,
    "line1" TEXT NULL,
    "line2" TEXT NULL,
    "postal_code" TEXT NULL,
    "city" TEXT NULL,
    "region" TEXT NULL,
    "country" TEXT NULL,
    "tags" TEXT NOT NULL,
    "custom" TEXT NOT NULL,
    "owner_id" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "contacted_at" TEXT NOT NULL,
    "order_count" INTEGER NOT NULL,
    "revenue" TEXT NOT NULL,
    "import_id" TEXT NULL,
    "imported_version" INTEGER NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "customers_import_before_images" (
    "import_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "version_after" INTEGER NOT NULL,
    CONSTRAINT "PK_customers_import_before_images" PRIMARY KEY ("import_id", "customer_id")
);


CREATE TABLE "customers_import_problems" (
    "id" TEXT NOT NULL CONSTRAINT "PK_customers_import_problems" PRIMARY KEY,
    "import_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "column" TEXT NULL,
    "value" TEXT NULL,
    "message" TEXT NOT NULL,
    "code" TEXT NOT NULL
);


CREATE TABLE "customers_imports" (
    "id" TEXT NOT NULL CONSTRAINT "PK_customers_imports" PRIMARY KEY,
    "file_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "created_by" TEXT NULL,
    "requested_by" TEXT NULL,
    "started_at" TEXT NULL,
    "finished_at" TEXT NULL,
    "encoding" TEXT NOT NULL,
    "delimiter" TEXT NOT NULL,
    "columns" TEXT NOT NULL,
    "sample_rows" TEXT NOT NULL,
    "existing" TEXT NOT NULL,
    "allow_suppressed" INTEGER NOT NULL,
    "total_rows" INTEGER NOT NULL,
    "processed_rows" INTEGER NOT NULL,
    "created_rows" INTEGER NOT NULL,
    "updated_rows" INTEGER NOT NULL,
    "skipped_rows" INTEGER NOT NULL,
    "refused_rows" INTEGER NOT NULL,
    "problem_count" INTEGER NOT NULL,
    "last_row" INTEGER NOT NULL,
    "failure" TEXT NULL,
    "undone_rows" INTEGER NOT NULL,
    "kept_changed" INTEGER NOT NULL,
    "kept_in_use" INTEGER NOT NULL,
    "held_by" TEXT NULL,
    "held_until" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "customers_notes" (
    "id" TEXT NOT NULL CONSTRAINT "PK_customers_notes" PRIMARY KEY,
    "customer_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "author_id" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "customers_orders" (
    "id" TEXT NOT NULL CONSTRAINT "PK_customers_orders" PRIMARY KEY,
    "customer_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "placed_at" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "total_minor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "customers_portal_sessions" (
    "id" TEXT NOT NULL CONSTRAINT "PK_customers_portal_sessions" PRIMARY KEY,
    "token_hash" TEXT NOT NULL,
    "address_key" TEXT NOT NULL,
    "network_address" TEXT NULL,
    "user_agent" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "last_seen_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "ended_at" TEXT NULL
);


CREATE TABLE "customers_portal_sign_ins" (
    "id" TEXT NOT NULL CONSTRAINT "PK_customers_portal_sign_ins" PRIMARY KEY,
    "address_key" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "code_hash" TEXT NULL,
    "link_hash" TEXT NULL,
    "language" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "ready_at" TEXT NULL,
    "tries" INTEGER NOT NULL,
    "ended_at" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "customers_privacy_requests" (
    "id" TEXT NOT NULL CONSTRAINT "PK_customers_privacy_requests" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_via" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "recorded_by" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "received_at" TEXT NOT NULL,
    "due_at" TEXT NOT NULL,
    "starts_at" TEXT NOT NULL,
    "started_at" TEXT NULL,
    "finished_at" TEXT NULL,
    "outcome" TEXT NULL,
    "report" TEXT NOT NULL,
    "released" TEXT NOT NULL,
    "has_released" INTEGER NOT NULL,
    "file_id" TEXT NULL,
    "file_expires_at" TEXT NULL,
    "fetched_at" TEXT NULL,
    "fetched_by" TEXT NULL,
    "held_by" TEXT NULL,
    "held_until" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "customers_suppressed_contacts" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_customers_suppressed_contacts" PRIMARY KEY,
    "reason" TEXT NOT NULL,
    "at" TEXT NOT NULL
);


CREATE TABLE "customers_suppression_secrets" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_customers_suppression_secrets" PRIMARY KEY,
    "check" TEXT NOT NULL,
    "key" TEXT NULL
);


CREATE TABLE "customers_tags" (
    "key" TEXT NOT NULL CONSTRAINT "PK_customers_tags" PRIMARY KEY,
    "name" TEXT NOT NULL
);


CREATE TABLE "customers_timeline" (
    "id" TEXT NOT NULL CONSTRAINT "PK_customers_timeline" PRIMARY KEY,
    "customer_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NULL,
    "actor_id" TEXT NULL,
    "subject_type" TEXT NULL,
    "subject_id" TEXT NULL
);


CREATE TABLE "platform_audit_entries" (
    "id" TEXT NOT NULL CONSTRAINT "PK_platform_audit_entries" PRIMARY KEY,
    "at" TEXT NOT NULL,
    "actor_id" TEXT NULL,
    "actor_name" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "changes" TEXT NOT NULL
);


CREATE TABLE "platform_data_protection_keys" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_platform_data_protection_keys" PRIMARY KEY AUTOINCREMENT,
    "friendly_name" TEXT NOT NULL,
    "xml" TEXT NOT NULL
);


CREATE TABLE "platform_files" (
    "id" TEXT NOT NULL CONSTRAINT "PK_platform_files" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_by" TEXT NULL,
    "uploaded_in_session" TEXT NULL,
    "uploaded_at" TEXT NOT NULL,
    "owner_kind" TEXT NULL,
    "owner_id" TEXT NULL
);


CREATE TABLE "platform_idempotency_records" (
    "key" TEXT NOT NULL CONSTRAINT "PK_platform_idempotency_records" PRIMARY KEY,
    "request_hash" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "answer" BLOB NULL
);


CREATE TABLE "platform_mails" (
    "id" TEXT NOT NULL CONSTRAINT "PK_platform_mails" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "to_key" TEXT NOT NULL,
    "to_name" TEXT NULL,
    "for_id" TEXT NULL,
    "from_address" TEXT NULL,
    "from_name" TEXT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NULL,
    "html" TEXT NULL,
    "headers" TEXT NOT NULL,
    "secret" INTEGER NOT NULL,
    "message_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "due_at" TEXT NULL,
    "claimed_by" TEXT NULL,
    "fence" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "unclear_ends" INTEGER NOT NULL,
    "last_error" TEXT NULL,
    "planned_at" TEXT NOT NULL,
    "claimed_at" TEXT NULL,
    "handed_over_at" TEXT NULL,
    "failed_at" TEXT NULL,
    "unknown_at" TEXT NULL
);


CREATE TABLE "platform_outbox_messages" (
    "id" TEXT NOT NULL CONSTRAINT "PK_platform_outbox_messages" PRIMARY KEY,
    "event" TEXT NOT NULL,
    "reaction" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "available_at" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "locked_by" TEXT NULL,
    "last_error" TEXT NULL,
    "finished_at" TEXT NULL
);


CREATE TABLE "platform_search_entries" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_platform_search_entries" PRIMARY KEY AUTOINCREMENT,
    "entity_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "words" TEXT NOT NULL
);


CREATE TABLE "platform_security_log" (
    "sequence" INTEGER NOT NULL CONSTRAINT "PK_platform_security_log" PRIMARY KEY,
    "id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NULL,
    "actor_name" TEXT NOT NULL,
    "subject_type" TEXT NULL,
    "subject_id" TEXT NULL,
    "subject_name" TEXT NULL,
    "address" TEXT NULL,
    "user_agent" TEXT NULL,
    "details" TEXT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);


CREATE TABLE "platform_security_log_head" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_platform_security_log_head" PRIMARY KEY,
    "sequence" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
);


CREATE TABLE "platform_sequences" (
    "name" TEXT NOT NULL CONSTRAINT "PK_platform_sequences" PRIMARY KEY,
    "next_value" INTEGER NOT NULL
);


CREATE TABLE "tickets_tickets" (
    "id" TEXT NOT NULL CONSTRAINT "PK_tickets_tickets" PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "priority" TEXT NOT NULL,
    "priority_rank" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "customer_id" TEXT NULL,
    "customer_name" TEXT NOT NULL,
    "team_id" TEXT NULL,
    "assignee_id" TEXT NULL,
    "follower_ids" TEXT NOT NULL,
    "preview" TEXT NOT NULL,
    "message_count" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "last_message_at" TEXT NOT NULL,
    "last_message_from_customer" INTEGER NOT NULL,
    "due_at" TEXT NULL,
    "first_responded_at" TEXT NULL,
    "solved_at" TEXT NULL,
    "closed_at" TEXT NULL,
    "customer_read_at" TEXT NULL,
    "tracking_token" TEXT NOT NULL,
    "erased_at" TEXT NULL,
    "routing_reason" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "access_team_members" (
    "team_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    CONSTRAINT "PK_access_team_members" PRIMARY KEY ("team_id", "user_id"),
    CONSTRAINT "FK_access_team_members_access_teams_team_id" FOREIGN KEY ("team_id") REFERENCES "access_teams" ("id") ON DELETE CASCADE
);


CREATE TABLE "customers_contact_points" (
    "customer_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "is_primary" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "PK_customers_contact_points" PRIMARY KEY ("customer_id", "kind", "key"),
    CONSTRAINT "FK_customers_contact_points_customers_customers_customer_id" FOREIGN KEY ("customer_id") REFERENCES "customers_customers" ("id") ON DELETE CASCADE
);


CREATE TABLE "tickets_messages" (
    "id" TEXT NOT NULL CONSTRAINT "PK_tickets_messages" PRIMARY KEY,
    "ticket_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" TEXT NULL,
    "author_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    CONSTRAINT "FK_tickets_messages_tickets_tickets_ticket_id" FOREIGN KEY ("ticket_id") REFERENCES "tickets_tickets" ("id") ON DELETE CASCADE
);


INSERT INTO "platform_security_log_head" ("id", "hash", "sequence")
VALUES (1, '0000000000000000000000000000000000000000000000000000000000000000', 0);
SELECT changes();



INSERT INTO "platform_sequences" ("name", "next_value")
VALUES ('ticket_numbers', 10001);
SELECT changes();



CREATE INDEX "IX_access_absences_ends_at" ON "access_absences" ("ends_at");


CREATE INDEX "IX_access_absences_user_id_ends_at" ON "access_absences" ("user_id", "ends_at");


CREATE UNIQUE INDEX "IX_access_access_tokens_hash" ON "access_access_tokens" ("hash");


CREATE INDEX "IX_access_access_tokens_user_id" ON "access_access_tokens" ("user_id");


CREATE UNIQUE INDEX "IX_access_authenticators_user_id" ON "access_authenticators" ("user_id");


CREATE INDEX "IX_access_break_glasses_user_id_ends_at" ON "access_break_glasses" ("user_id", "ends_at");


CREATE UNIQUE INDEX "IX_access_external_logins_subject_key" ON "access_external_logins" ("subject_key");


CREATE INDEX "IX_access_external_logins_user_id" ON "access_external_logins" ("user_id");


CREATE INDEX "IX_access_one_time_links_expires_at" ON "access_one_time_links" ("expires_at");


CREATE UNIQUE INDEX "IX_access_one_time_links_hash" ON "access_one_time_links" ("hash");


CREATE INDEX "IX_access_one_time_links_user_id_purpose" ON "access_one_time_links" ("user_id", "purpose");


CREATE UNIQUE INDEX "IX_access_passkeys_credential_key" ON "access_passkeys" ("credential_key");


CREATE INDEX "IX_access_passkeys_user_id" ON "access_passkeys" ("user_id");


CREATE INDEX "IX_access_recovery_codes_user_id" ON "access_recovery_codes" ("user_id");


CREATE INDEX "IX_access_reset_requests_at" ON "access_reset_requests" ("at");


CREATE INDEX "IX_access_reset_requests_email_key_at" ON "access_reset_requests" ("email_key", "at");


CREATE UNIQUE INDEX "IX_access_role_settings_role" ON "access_role_settings" ("role");


CREATE UNIQUE INDEX "IX_access_roles_name_key" ON "access_roles" ("name_key");


CREATE INDEX "IX_access_sessions_expires_at" ON "access_sessions" ("expires_at");


CREATE INDEX "IX_access_sessions_user_id_ended_at" ON "access_sessions" ("user_id", "ended_at");


CREATE INDEX "IX_access_team_members_user_id" ON "access_team_members" ("user_id");


CREATE UNIQUE INDEX "IX_access_teams_name_key" ON "access_teams" ("name_key");


CREATE INDEX "IX_access_used_proofs_expires_at" ON "access_used_proofs" ("expires_at");


CREATE UNIQUE INDEX "IX_access_users_email_key" ON "access_users" ("email_key");


CREATE INDEX "IX_access_users_name_key" ON "access_users" ("name_key");


CREATE INDEX "IX_customers_contact_points_kind_key" ON "customers_contact_points" ("kind", "key");


CREATE UNIQUE INDEX "IX_customers_custom_fields_key" ON "customers_custom_fields" ("key");


CREATE INDEX "IX_customers_customers_company_id" ON "customers_customers" ("company_id");


CREATE INDEX "IX_customers_customers_contacted_at_id" ON "customers_customers" ("contacted_at", "id");


CREATE INDEX "IX_customers_customers_created_at_id" ON "customers_customers" ("created_at", "id");


CREATE INDEX "IX_customers_customers_display_key_id" ON "customers_customers" ("display_key", "id");


CREATE UNIQUE INDEX "IX_customers_customers_external_id" ON "customers_customers" ("external_id");


CREATE INDEX "IX_customers_customers_import_id" ON "customers_customers" ("import_id");


CREATE INDEX "IX_customers_customers_owner_id" ON "customers_customers" ("owner_id");


CREATE INDEX "IX_customers_customers_updated_at_id" ON "customers_customers" ("updated_at", "id");


CREATE INDEX "IX_customers_import_before_images_customer_id" ON "customers_import_before_images" ("customer_id");


CREATE INDEX "IX_customers_import_problems_import_id_place_id" ON "customers_import_problems" ("import_id", "place", "id");


CREATE INDEX "IX_customers_imports_created_at" ON "customers_imports" ("created_at");


CREATE INDEX "IX_customers_imports_state" ON "customers_imports" ("state");


CREATE INDEX "IX_customers_notes_customer_id_created_at" ON "customers_notes" ("customer_id", "created_at");


CREATE INDEX "IX_customers_orders_customer_id_placed_at" ON "customers_orders" ("customer_id", "placed_at");


CREATE INDEX "IX_customers_portal_sessions_address_key" ON "customers_portal_sessions" ("address_key");


CREATE INDEX "IX_customers_portal_sessions_expires_at" ON "customers_portal_sessions" ("expires_at");


CREATE UNIQUE INDEX "IX_customers_portal_sessions_token_hash" ON "customers_portal_sessions" ("token_hash");


CREATE INDEX "IX_customers_portal_sign_ins_address_key_created_at" ON "customers_portal_sign_ins" ("address_key", "created_at");


CREATE UNIQUE INDEX "IX_customers_portal_sign_ins_browser_hash" ON "customers_portal_sign_ins" ("browser_hash");


CREATE INDEX "IX_customers_portal_sign_ins_created_at" ON "customers_portal_sign_ins" ("created_at");


CREATE INDEX "IX_customers_portal_sign_ins_link_hash" ON "customers_portal_sign_ins" ("link_hash");


CREATE INDEX "IX_customers_privacy_requests_created_at_id" ON "customers_privacy_requests" ("created_at", "id");


CREATE INDEX "IX_customers_privacy_requests_customer_id" ON "customers_privacy_requests" ("customer_id");


CREATE INDEX "IX_customers_privacy_requests_state" ON "customers_privacy_requests" ("state");


CREATE INDEX "IX_customers_timeline_customer_id_at" ON "customers_timeline" ("customer_id", "at");


CREATE INDEX "IX_platform_audit_entries_at" ON "platform_audit_entries" ("at");


CREATE INDEX "IX_platform_audit_entries_entity_entity_id_at" ON "platform_audit_entries" ("entity", "entity_id", "at");


CREATE INDEX "IX_platform_files_owner_kind_owner_id" ON "platform_files" ("owner_kind", "owner_id");


CREATE INDEX "IX_platform_files_sha256" ON "platform_files" ("sha256");


CREATE INDEX "IX_platform_idempotency_records_created_at" ON "platform_idempotency_records" ("created_at");


CREATE INDEX "IX_platform_mails_due_at_id" ON "platform_mails" ("due_at", "id") WHERE due_at IS NOT NULL;


CREATE INDEX "IX_platform_mails_for_id" ON "platform_mails" ("for_id");


CREATE INDEX "IX_platform_mails_planned_at_id" ON "platform_mails" ("planned_at", "id");


CREATE INDEX "IX_platform_mails_to_key" ON "platform_mails" ("to_key");


CREATE INDEX "IX_platform_outbox_messages_state_available_at" ON "platform_outbox_messages" ("state", "available_at");


CREATE INDEX "IX_platform_search_entries_entity_id" ON "platform_search_entries" ("entity_id");


CREATE INDEX "IX_platform_security_log_actor_id_sequence" ON "platform_security_log" ("actor_id", "sequence");


CREATE INDEX "IX_platform_security_log_at" ON "platform_security_log" ("at");


CREATE INDEX "IX_platform_security_log_kind_sequence" ON "platform_security_log" ("kind", "sequence");


CREATE INDEX "IX_tickets_messages_ticket_id_created_at_id" ON "tickets_messages" ("ticket_id", "created_at", "id");


CREATE INDEX "IX_tickets_tickets_assignee_id_status_last_message_at" ON "tickets_tickets" ("assignee_id", "status", "last_message_at");


CREATE INDEX "IX_tickets_tickets_created_at_id" ON "tickets_tickets" ("created_at", "id");


CREATE INDEX "IX_tickets_tickets_customer_id_created_at" ON "tickets_tickets" ("customer_id", "created_at");


CREATE INDEX "IX_tickets_tickets_last_message_at_id" ON "tickets_tickets" ("last_message_at", "id");


CREATE UNIQUE INDEX "IX_tickets_tickets_number" ON "tickets_tickets" ("number");


CREATE INDEX "IX_tickets_tickets_status_last_message_at_id" ON "tickets_tickets" ("status", "last_message_at", "id");


CREATE INDEX "IX_tickets_tickets_team_id_status_last_message_at" ON "tickets_tickets" ("team_id", "status", "last_message_at");


CREATE UNIQUE INDEX "IX_tickets_tickets_tracking_token" ON "tickets_tickets" ("tracking_token");


CREATE INDEX "IX_tickets_tickets_updated_at_id" ON "tickets_tickets" ("updated_at", "id");


