IF SCHEMA_ID(N'access') IS NULL EXEC(N'CREATE SCHEMA [access];');
GO


IF SCHEMA_ID(N'platform') IS NULL EXEC(N'CREATE SCHEMA [platform];');
GO


IF SCHEMA_ID(N'customers') IS NULL EXEC(N'CREATE SCHEMA [customers];');
GO


IF SCHEMA_ID(N'tickets') IS NULL EXEC(N'CREATE SCHEMA [tickets];');
GO


CREATE SEQUENCE [platform].[ticket_numbers] START WITH 10001 INCREMENT BY 1 NO CYCLE;
GO


CREATE TABLE [access].[absences] (
    [id] uniqueidentifier NOT NULL,
    [user_id] uniqueidentifier NOT NULL,
    [starts_at] datetime2 NOT NULL,
    [ends_at] datetime2 NOT NULL,
    [substitute_id] uniqueidentifier NULL,
    [note] nvarchar(300) NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_absences] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [access].[access_tokens] (
    [id] uniqueidentifier NOT NULL,
    [user_id] uniqueidentifier NOT NULL,
    [name] nvarchar(100) NOT NULL,
    [hash] nvarchar(64) NOT NULL,
    [prefix] nvarchar(20) NOT NULL,
    [scopes] nvarchar(max) NOT NULL,
    [read_only] bit NOT NULL,
    [created_at] datetime2 NOT NULL,
    [expires_at] datetime2 NULL,
    [last_used_at] datetime2 NULL,
    [last_used_from] nvarchar(60) NULL,
    [revoked_at] datetime2 NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_access_tokens] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [platform].[audit_entries] (
    [id] uniqueidentifier NOT NULL,
    [at] datetime2 NOT NULL,
    [actor_id] uniqueidentifier NULL,
    [actor_name] nvarchar(200) NOT NULL,
    [entity] nvarchar(100) NOT NULL,
    [entity_id] uniqueidentifier NOT NULL,
    [action] nvarchar(40) NOT NULL,
    [changes] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_audit_entries] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [access].[authenticators] (
    [id] uniqueidentifier NOT NULL,
    [user_id] uniqueidentifier NOT NULL,
    [secret] nvarchar(1000) NOT NULL,
    [created_at] datetime2 NOT NULL,
    [confirmed_at] datetime2 NULL,
    [last_step] bigint NOT NULL,
    [last_used_at] datetime2 NULL,
    [wrong_tries] int NOT NULL,
    [wrong_since] datetime2 NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_authenticators] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [access].[break_glasses] (
    [id] uniqueidentifier NOT NULL,
    [team_id] uniqueidentifier NOT NULL,
    [user_id] uniqueidentifier NOT NULL,
    [reason] nvarchar(500) NOT NULL,
    [at] datetime2 NOT NULL,
    [ends_at] datetime2 NOT NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_break_glasses] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [customers].[custom_fields] (
    [id] uniqueidentifier NOT NULL,
    [key] nvarchar(60) NOT NULL,
    [label] nvarchar(100) NOT NULL,
    [type] nvarchar(40) NOT NULL,
    [choices] nvarchar(max) NOT NULL,
    [created_at] datetime2 NOT NULL,
    [archived_at] datetime2 NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_custom_fields] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [customers].[customers] (
    [id] uniqueidentifier NOT NULL,
    [kind] nvarchar(40) NOT NULL,
    [name] nvarchar(200) NULL,
    [given_name] nvarchar(200) NULL,
    [family_name] nvarchar(200) NULL,
    [job_title] nvarchar(200) NULL,
    [company_id] uniqueidentifier NULL,
    [external_id] nvarchar(100) NULL,
    [display_name] nvarchar(401) NOT NULL,
    [display_key] nvarchar(300) NOT NULL,
    [primary_email] nvarchar(254) NULL,
    [primary_phone] nvarchar(40) NULL,
    [preferred_contact_method] nvarchar(40) NULL,
    [language] nvarchar(20) NULL,
    [time_zone] nvarchar(60) NULL,
    [line1] nvarchar(200) NULL,
    [line2] nvarchar(200) NULL,
    [postal_code] nvarchar(200) NULL,
    [city] nvarchar(200) NULL,
    [region] nvarchar(200) NULL,
    [country] nvarchar(200) NULL,
    [tags] nvarchar(max) NOT NULL,
    [custom] nvarchar(max) NOT NULL,
    [owner_id] uniqueidentifier NULL,
    [created_at] datetime2 NOT NULL,
    [updated_at] datetime2 NOT NULL,
    [contacted_at] datetime2 NOT NULL,
    [order_count] int NOT NULL,
    [revenue] nvarchar(max) NOT NULL,
    [import_id] uniqueidentifier NULL,
    [imported_version] bigint NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_customers] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [platform].[data_protection_keys] (
    [id] int NOT NULL IDENTITY,
    [friendly_name] nvarchar(200) NOT NULL,
    [xml] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_data_protection_keys] PRIMARY KEY ([id])
);
GO


CREATE TABLE [access].[external_logins] (
    [id] uniqueidentifier NOT NULL,
    [user_id] uniqueidentifier NOT NULL,
    [provider] nvarchar(40) NOT NULL,
    [issuer] nvarchar(300) NOT NULL,
    [subject] nvarchar(255) NOT NULL,
    [subject_key] nvarchar(64) NOT NULL,
    [name] nvarchar(200) NULL,
    [created_at] datetime2 NOT NULL,
    [last_used_at] datetime2 NOT NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_external_logins] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [platform].[files] (
    [id] uniqueidentifier NOT NULL,
    [name] nvarchar(255) NOT NULL,
    [content_type] nvarchar(200) NOT NULL,
    [size] bigint NOT NULL,
    [sha256] nvarchar(64) NOT NULL,
    [uploaded_by] uniqueidentifier NULL,
    [uploaded_in_session] uniqueidentifier NULL,
    [uploaded_at] datetime2 NOT NULL,
    [owner_kind] nvarchar(100) NULL,
    [owner_id] uniqueidentifier NULL,
    CONSTRAINT [PK_files] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [platform].[idempotency_records] (
    [key] nvarchar(64) NOT NULL,
    [request_hash] nvarchar(64) NOT NULL,
    [created_at] datetime2 NOT NULL,
    [answer] varbinary(max) NULL,
    CONSTRAINT [PK_idempotency_records] PRIMARY KEY ([key])
);
GO


CREATE TABLE [customers].[import_before_images] (
    [import_id] uniqueidentifier NOT NULL,
    [customer_id] uniqueidentifier NOT NULL,
    [details] nvarchar(max) NOT NULL,
    [version_after] bigint NOT NULL,
    CONSTRAINT [PK_import_before_images] PRIMARY KEY ([import_id], [customer_id])
);
GO


CREATE TABLE [customers].[import_problems] (
    [id] uniqueidentifier NOT NULL,
    [import_id] uniqueidentifier NOT NULL,
    [place] bigint NOT NULL,
    [column] nvarchar(200) NULL,
    [value] nvarchar(200) NULL,
    [message] nvarchar(500) NOT NULL,
    [code] nvarchar(40) NOT NULL,
    CONSTRAINT [PK_import_problems] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [customers].[imports] (
    [id] uniqueidentifier NOT NULL,
    [file_id] uniqueidentifier NOT NULL,
    [file_name] nvarchar(255) NOT NULL,
    [state] nvarchar(40) NOT NULL,
    [created_at] datetime2 NOT NULL,
    [created_by] uniqueidentifier NULL,
    [requested_by] uniqueidentifier NULL,
    [started_at] datetime2 NULL,
    [finished_at] datetime2 NULL,
    [encoding] nvarchar(40) NOT NULL,
    [delimiter] nvarchar(1) NOT NULL,
    [columns] nvarchar(max) NOT NULL,
    [sample_rows] nvarchar(max) NOT NULL,
    [existing] nvarchar(40) NOT NULL,
    [allow_suppressed] bit NOT NULL,
    [total_rows] int NOT NULL,
    [processed_rows] int NOT NULL,
    [created_rows] int NOT NULL,
    [updated_rows] int NOT NULL,
    [skipped_rows] int NOT NULL,
    [refused_rows] int NOT NULL,
    [problem_count] int NOT NULL,
    [last_row] int NOT NULL,
    [failure] nvarchar(1000) NULL,
    [undone_rows] int NOT NULL,
    [kept_changed] int NOT NULL,
    [kept_in_use] int NOT NULL,
    [held_by] nvarchar(200) NULL,
    [held_until] datetime2 NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_imports] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [platform].[mails] (
    [id] uniqueidentifier NOT NULL,
    [kind] nvarchar(60) NOT NULL,
    [to] nvarchar(254) NOT NULL,
    [to_key] nvarchar(254) NOT NULL,
    [to_name] nvarchar(200) NULL,
    [for_id] uniqueidentifier NULL,
    [from_address] nvarchar(254) NULL,
    [from_name] nvarchar(200) NULL,
    [subject] nvarchar(500) NOT NULL,
    [text] nvarchar(max) NULL,
    [html] nvarchar(max) NULL,
    [headers] nvarchar(max) NOT NULL,
    [secret] bit NOT NULL,
    [message_id] nvarchar(320) NOT NULL,
    [state] nvarchar(40) NOT NULL,
    [due_at] datetime2 NULL,
    [claimed_by] nvarchar(100) NULL,
    [fence] bigint NOT NULL,
    [attempts] int NOT NULL,
    [unclear_ends] int NOT NULL,
    [last_error] nvarchar(1000) NULL,
    [planned_at] datetime2 NOT NULL,
    [claimed_at] datetime2 NULL,
    [handed_over_at] datetime2 NULL,
    [failed_at] datetime2 NULL,
    [unknown_at] datetime2 NULL,
    CONSTRAINT [PK_mails] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [customers].[notes] (
    [id] uniqueidentifier NOT NULL,
    [customer_id] uniqueidentifier NOT NULL,
    [body] nvarchar(max) NOT NULL,
    [author_id] uniqueidentifier NULL,
    [created_at] datetime2 NOT NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_notes] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [access].[one_time_links] (
    [id] uniqueidentifier NOT NULL,
    [purpose] nvarchar(40) NOT NULL,
    [user_id] uniqueidentifier NOT NULL,
    [hash] nvarchar(64) NOT NULL,
    [address] nvarchar(254) NULL,
    [created_at] datetime2 NOT NULL,
    [expires_at] datetime2 NOT NULL,
    [used_at] datetime2 NULL,
    [ended_at] datetime2 NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_one_time_links] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [customers].[orders] (
    [id] uniqueidentifier NOT NULL,
    [customer_id] uniqueidentifier NOT NULL,
    [number] nvarchar(60) NOT NULL,
    [placed_at] datetime2 NOT NULL,
    [status] nvarchar(40) NOT NULL,
    [total_minor] bigint NOT NULL,
    [currency] nvarchar(3) NOT NULL,
    [summary] nvarchar(500) NOT NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_orders] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [platform].[outbox_messages] (
    [id] uniqueidentifier NOT NULL,
    [event] nvarchar(200) NOT NULL,
    [reaction] nvarchar(200) NOT NULL,
    [payload] nvarchar(max) NOT NULL,
    [created_at] datetime2 NOT NULL,
    [state] nvarchar(40) NOT NULL,
    [available_at] datetime2 NOT NULL,
    [attempts] int NOT NULL,
    [locked_by] nvarchar(100) NULL,
    [last_error] nvarchar(4000) NULL,
    [finished_at] datetime2 NULL,
    CONSTRAINT [PK_outbox_messages] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [access].[passkeys] (
    [id] uniqueidentifier NOT NULL,
    [user_id] uniqueidentifier NOT NULL,
    [name] nvarchar(60) NOT NULL,
    [credential_id] nvarchar(1364) NOT NULL,
    [credential_key] nvarchar(64) NOT NULL,
    [public_key] varbinary(2000) NOT NULL,
    [sign_count] bigint NOT NULL,
    [transports] nvarchar(max) NOT NULL,
    [backup_eligible] bit NOT NULL,
    [backed_up] bit NOT NULL,
    [created_at] datetime2 NOT NULL,
    [last_used_at] datetime2 NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_passkeys] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [customers].[portal_sessions] (
    [id] uniqueidentifier NOT NULL,
    [token_hash] nvarchar(64) NOT NULL,
    [address_key] nvarchar(254) NOT NULL,
    [network_address] nvarchar(60) NULL,
    [user_agent] nvarchar(300) NULL,
    [created_at] datetime2 NOT NULL,
    [last_seen_at] datetime2 NOT NULL,
    [expires_at] datetime2 NOT NULL,
    [ended_at] datetime2 NULL,
    CONSTRAINT [PK_portal_sessions] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [customers].[portal_sign_ins] (
    [id] uniqueidentifier NOT NULL,
    [address_key] nvarchar(254) NOT NULL,
    [browser_hash] nvarchar(64) NOT NULL,
    [code_hash] nvarchar(64) NULL,
    [link_hash] nvarchar(64) NULL,
    [language] nvarchar(20) NOT NULL,
    [created_at] datetime2 NOT NULL,
    [expires_at] datetime2 NOT NULL,
    [ready_at] datetime2 NULL,
    [tries] int NOT NULL,
    [ended_at] datetime2 NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_portal_sign_ins] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [customers].[privacy_requests] (
    [id] uniqueidentifier NOT NULL,
    [kind] nvarchar(40) NOT NULL,
    [customer_id] uniqueidentifier NOT NULL,
    [state] nvarchar(40) NOT NULL,
    [asked_by] nvarchar(40) NOT NULL,
    [asked_via] nvarchar(40) NOT NULL,
    [reference] nvarchar(300) NOT NULL,
    [recorded_by] uniqueidentifier NULL,
    [created_at] datetime2 NOT NULL,
    [received_at] datetime2 NOT NULL,
    [due_at] datetime2 NOT NULL,
    [starts_at] datetime2 NOT NULL,
    [started_at] datetime2 NULL,
    [finished_at] datetime2 NULL,
    [outcome] nvarchar(1000) NULL,
    [report] nvarchar(max) NOT NULL,
    [released] nvarchar(max) NOT NULL,
    [has_released] bit NOT NULL,
    [file_id] uniqueidentifier NULL,
    [file_expires_at] datetime2 NULL,
    [fetched_at] datetime2 NULL,
    [fetched_by] uniqueidentifier NULL,
    [held_by] nvarchar(200) NULL,
    [held_until] datetime2 NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_privacy_requests] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [access].[recovery_codes] (
    [id] uniqueidentifier NOT NULL,
    [user_id] uniqueidentifier NOT NULL,
    [hash] nvarchar(64) NOT NULL,
    [used_at] datetime2 NULL,
    CONSTRAINT [PK_recovery_codes] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [access].[reset_requests] (
    [id] uniqueidentifier NOT NULL,
    [email_key] nvarchar(254) NOT NULL,
    [at] datetime2 NOT NULL,
    [mailed] bit NOT NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_reset_requests] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [access].[role_settings] (
    [id] uniqueidentifier NOT NULL,
    [role] nvarchar(60) NOT NULL,
    [requires_second_factor] bit NOT NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_role_settings] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [access].[roles] (
    [id] uniqueidentifier NOT NULL,
    [name] nvarchar(60) NOT NULL,
    [name_key] nvarchar(120) NOT NULL,
    [description] nvarchar(300) NULL,
    [based_on] nvarchar(40) NULL,
    [differences] nvarchar(max) NOT NULL,
    [created_at] datetime2 NOT NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_roles] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [platform].[search_entries] (
    [id] bigint NOT NULL IDENTITY,
    [entity_id] uniqueidentifier NOT NULL,
    [kind] nvarchar(40) NOT NULL,
    [owner_id] uniqueidentifier NOT NULL,
    [words] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_search_entries] PRIMARY KEY ([id])
);
GO


CREATE TABLE [platform].[security_log] (
    [sequence] bigint NOT NULL,
    [id] uniqueidentifier NOT NULL,
    [at] datetime2 NOT NULL,
    [kind] nvarchar(60) NOT NULL,
    [actor_kind] nvarchar(40) NOT NULL,
    [actor_id] uniqueidentifier NULL,
    [actor_name] nvarchar(300) NOT NULL,
    [subject_type] nvarchar(60) NULL,
    [subject_id] uniqueidentifier NULL,
    [subject_name] nvarchar(300) NULL,
    [address] nvarchar(60) NULL,
    [user_agent] nvarchar(300) NULL,
    [details] nvarchar(2000) NULL,
    [previous_hash] nvarchar(64) NOT NULL,
    [hash] nvarchar(64) NOT NULL,
    CONSTRAINT [PK_security_log] PRIMARY KEY ([sequence])
);
GO


CREATE TABLE [platform].[security_log_head] (
    [id] int NOT NULL,
    [sequence] bigint NOT NULL,
    [hash] nvarchar(64) NOT NULL,
    CONSTRAINT [PK_security_log_head] PRIMARY KEY ([id])
);
GO


CREATE TABLE [platform].[sequences] (
    [name] nvarchar(60) NOT NULL,
    [next_value] bigint NOT NULL,
    CONSTRAINT [PK_sequences] PRIMARY KEY ([name])
);
GO


CREATE TABLE [access].[sessions] (
    [id] uniqueidentifier NOT NULL,
    [user_id] uniqueidentifier NOT NULL,
    [method] nvarchar(40) NOT NULL,
    [address] nvarchar(60) NULL,
    [user_agent] nvarchar(300) NULL,
    [created_at] datetime2 NOT NULL,
    [last_seen_at] datetime2 NOT NULL,
    [expires_at] datetime2 NOT NULL,
    [ended_at] datetime2 NULL,
    [provider] nvarchar(40) NULL,
    [provider_subject] nvarchar(64) NULL,
    [provider_session] nvarchar(200) NULL,
    [provider_token] nvarchar(max) NULL,
    [provider_factor] bit NOT NULL,
    [view_as] nvarchar(60) NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_sessions] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [customers].[suppressed_contacts] (
    [hash] nvarchar(64) NOT NULL,
    [reason] nvarchar(40) NOT NULL,
    [at] datetime2 NOT NULL,
    CONSTRAINT [PK_suppressed_contacts] PRIMARY KEY ([hash])
);
GO


CREATE TABLE [customers].[suppression_secrets] (
    [id] int NOT NULL,
    [check] nvarchar(64) NOT NULL,
    [key] nvarchar(100) NULL,
    CONSTRAINT [PK_suppression_secrets] PRIMARY KEY ([id])
);
GO


CREATE TABLE [customers].[tags] (
    [key] nvarchar(120) NOT NULL,
    [name] nvarchar(60) NOT NULL,
    CONSTRAINT [PK_tags] PRIMARY KEY ([key])
);
GO


CREATE TABLE [access].[teams] (
    [id] uniqueidentifier NOT NULL,
    [name] nvarchar(100) NOT NULL,
    [name_key] nvarchar(200) NOT NULL,
    [parent_id] uniqueidentifier NULL,
    [confidential] bit NOT NULL,
    [desk_grants] nvarchar(max) NOT NULL,
    [member_ids] nvarchar(max) NOT NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_teams] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [tickets].[tickets] (
    [id] uniqueidentifier NOT NULL,
    [number] bigint NOT NULL,
    [subject] nvarchar(300) NOT NULL,
    [status] nvarchar(40) NOT NULL,
    [priority] nvarchar(40) NOT NULL,
    [priority_rank] int NOT NULL,
    [type] nvarchar(40) NOT NULL,
    [channel] nvarchar(40) NOT NULL,
    [tags] nvarchar(max) NOT NULL,
    [customer_id] uniqueidentifier NULL,
    [customer_name] nvarchar(300) NOT NULL,
    [team_id] uniqueidentifier NULL,
    [assignee_id] uniqueidentifier NULL,
    [follower_ids] nvarchar(max) NOT NULL,
    [preview] nvarchar(200) NOT NULL,
    [message_count] int NOT NULL,
    [created_at] datetime2 NOT NULL,
    [updated_at] datetime2 NOT NULL,
    [last_message_at] datetime2 NOT NULL,
    [last_message_from_customer] bit NOT NULL,
    [due_at] datetime2 NULL,
    [first_responded_at] datetime2 NULL,
    [solved_at] datetime2 NULL,
    [closed_at] datetime2 NULL,
    [customer_read_at] datetime2 NULL,
    [tracking_token] nvarchar(40) NOT NULL,
    [erased_at] datetime2 NULL,
    [routing_reason] nvarchar(300) NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_tickets] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [customers].[timeline] (
    [id] uniqueidentifier NOT NULL,
    [customer_id] uniqueidentifier NOT NULL,
    [at] datetime2 NOT NULL,
    [kind] nvarchar(40) NOT NULL,
    [title] nvarchar(200) NOT NULL,
    [text] nvarchar(1000) NULL,
    [actor_id] uniqueidentifier NULL,
    [subject_type] nvarchar(60) NULL,
    [subject_id] uniqueidentifier NULL,
    CONSTRAINT [PK_timeline] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [access].[used_proofs] (
    [hash] nvarchar(64) NOT NULL,
    [expires_at] datetime2 NOT NULL,
    CONSTRAINT [PK_used_proofs] PRIMARY KEY ([hash])
);
GO


CREATE TABLE [access].[users] (
    [id] uniqueidentifier NOT NULL,
    [invited_until] datetime2 NULL,
    [removed_at] datetime2 NULL,
    [job_title] nvarchar(120) NULL,
    [phone] nvarchar(40) NULL,
    [signature] nvarchar(2000) NULL,
    [avatar_id] uniqueidentifier NULL,
    [working_hours_text] nvarchar(max) NOT NULL,
    [absences_changed_at] datetime2 NULL,
    [name] nvarchar(200) NOT NULL,
    [name_key] nvarchar(400) NOT NULL,
    [email] nvarchar(254) NOT NULL,
    [email_key] nvarchar(254) NOT NULL,
    [password_hash] nvarchar(500) NULL,
    [security_stamp] nvarchar(64) NOT NULL,
    [roles] nvarchar(max) NOT NULL,
    [language] nvarchar(20) NOT NULL,
    [time_zone] nvarchar(60) NOT NULL,
    [active] bit NOT NULL,
    [kind] nvarchar(40) NOT NULL,
    [created_at] datetime2 NOT NULL,
    [factors_reset_at] datetime2 NULL,
    [version] bigint NOT NULL,
    CONSTRAINT [PK_users] PRIMARY KEY NONCLUSTERED ([id])
);
GO


CREATE TABLE [customers].[contact_points] (
    [customer_id] uniqueidentifier NOT NULL,
    [kind] nvarchar(40) NOT NULL,
    [key] nvarchar(254) NOT NULL,
    [value] nvarchar(254) NOT NULL,
    [label] nvarchar(20) NOT NULL,
    [is_primary] bit NOT NULL,
    [position] int NOT NULL,
    CONSTRAINT [PK_contact_points] PRIMARY KEY ([customer_id], [kind], [key]),
    CONSTRAINT [FK_contact_points_customers_customer_id] FOREIGN KEY ([customer_id]) REFERENCES [customers].[customers] ([id]) ON DELETE CASCADE
);
GO


CREATE TABLE [access].[team_members] (
    [team_id] uniqueidentifier NOT NULL,
    [user_id] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_team_members] PRIMARY KEY ([team_id], [user_id]),
    CONSTRAINT [FK_team_members_teams_team_id] FOREIGN KEY ([team_id]) REFERENCES [access].[teams] ([id]) ON DELETE CASCADE
);
GO


CREATE TABLE [tickets].[messages] (
    [id] uniqueidentifier NOT NULL,
    [ticket_id] uniqueidentifier NOT NULL,
    [kind] nvarchar(40) NOT NULL,
    [author_kind] nvarchar(40) NOT NULL,
    [author_id] uniqueidentifier NULL,
    [author_name] nvarchar(300) NOT NULL,
    [body] nvarchar(max) NOT NULL,
    [channel] nvarchar(40) NOT NULL,
    [created_at] datetime2 NOT NULL,
    CONSTRAINT [PK_messages] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_messages_tickets_ticket_id] FOREIGN KEY ([ticket_id]) REFERENCES [tickets].[tickets] ([id]) ON DELETE CASCADE
);
GO


IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'id', N'hash', N'sequence') AND [object_id] = OBJECT_ID(N'[platform].[security_log_head]'))
    SET IDENTITY_INSERT [platform].[security_log_head] ON;
INSERT INTO [platform].[security_log_head] ([id], [hash], [sequence])
VALUES (1, N'0000000000000000000000000000000000000000000000000000000000000000', CAST(0 AS bigint));
IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'id', N'hash', N'sequence') AND [object_id] = OBJECT_ID(N'[platform].[security_log_head]'))
    SET IDENTITY_INSERT [platform].[security_log_head] OFF;
GO


CREATE INDEX [IX_absences_ends_at] ON [access].[absences] ([ends_at]);
GO


CREATE INDEX [IX_absences_user_id_ends_at] ON [access].[absences] ([user_id], [ends_at]);
GO


CREATE UNIQUE INDEX [IX_access_tokens_hash] ON [access].[access_tokens] ([hash]);
GO


CREATE INDEX [IX_access_tokens_user_id] ON [access].[access_tokens] ([user_id]);
GO


CREATE INDEX [IX_audit_entries_at] ON [platform].[audit_entries] ([at]);
GO


CREATE INDEX [IX_audit_entries_entity_entity_id_at] ON [platform].[audit_entries] ([entity], [entity_id], [at]);
GO


CREATE UNIQUE INDEX [IX_authenticators_user_id] ON [access].[authenticators] ([user_id]);
GO


CREATE INDEX [IX_break_glasses_user_id_ends_at] ON [access].[break_glasses] ([user_id], [ends_at]);
GO


CREATE INDEX [IX_contact_points_kind_key] ON [customers].[contact_points] ([kind], [key]);
GO


CREATE UNIQUE INDEX [IX_custom_fields_key] ON [customers].[custom_fields] ([key]);
GO


CREATE INDEX [IX_customers_company_id] ON [customers].[customers] ([company_id]);
GO


CREATE INDEX [IX_customers_contacted_at_id] ON [customers].[customers] ([contacted_at], [id]);
GO


CREATE INDEX [IX_customers_created_at_id] ON [customers].[customers] ([created_at], [id]);
GO


CREATE INDEX [IX_customers_display_key_id] ON [customers].[customers] ([display_key], [id]);
GO


CREATE UNIQUE INDEX [IX_customers_external_id] ON [customers].[customers] ([external_id]) WHERE [external_id] IS NOT NULL;
GO


CREATE INDEX [IX_customers_import_id] ON [customers].[customers] ([import_id]);
GO


CREATE INDEX [IX_customers_owner_id] ON [customers].[customers] ([owner_id]);
GO


CREATE INDEX [IX_customers_updated_at_id] ON [customers].[customers] ([updated_at], [id]);
GO


CREATE UNIQUE INDEX [IX_external_logins_subject_key] ON [access].[external_logins] ([subject_key]);
GO


CREATE INDEX [IX_external_logins_user_id] ON [access].[external_logins] ([user_id]);
GO


CREATE INDEX [IX_files_owner_kind_owner_id] ON [platform].[files] ([owner_kind], [owner_id]);
GO


CREATE INDEX [IX_files_sha256] ON [platform].[files] ([sha256]);
GO


CREATE INDEX [IX_idempotency_records_created_at] ON [platform].[idempotency_records] ([created_at]);
GO


CREATE INDEX [IX_import_before_images_customer_id] ON [customers].[import_before_images] ([customer_id]);
GO


CREATE INDEX [IX_import_problems_import_id_place_id] ON [customers].[import_problems] ([import_id], [place], [id]);
GO


CREATE INDEX [IX_imports_created_at] ON [customers].[imports] ([created_at]);
GO


CREATE INDEX [IX_imports_state] ON [customers].[imports] ([state]);
GO


CREATE INDEX [IX_mails_due_at_id] ON [platform].[mails] ([due_at], [id]) WHERE due_at IS NOT NULL;
GO


CREATE INDEX [IX_mails_for_id] ON [platform].[mails] ([for_id]);
GO


CREATE INDEX [IX_mails_planned_at_id] ON [platform].[mails] ([planned_at], [id]);
GO


CREATE INDEX [IX_mails_to_key] ON [platform].[mails] ([to_key]);
GO


CREATE INDEX [IX_messages_ticket_id_created_at_id] ON [tickets].[messages] ([ticket_id], [created_at], [id]);
GO


CREATE INDEX [IX_notes_customer_id_created_at] ON [customers].[notes] ([customer_id], [created_at]);
GO


CREATE INDEX [IX_one_time_links_expires_at] ON [access].[one_time_links] ([expires_at]);
GO


CREATE UNIQUE INDEX [IX_one_time_links_hash] ON [access].[one_time_links] ([hash]);
GO


CREATE INDEX [IX_one_time_links_user_id_purpose] ON [access].[one_time_links] ([user_id], [purpose]);
GO


CREATE INDEX [IX_orders_customer_id_placed_at] ON [customers].[orders] ([customer_id], [placed_at]);
GO


CREATE INDEX [IX_outbox_messages_state_available_at] ON [platform].[outbox_messages] ([state], [available_at]);
GO


CREATE UNIQUE INDEX [IX_passkeys_credential_key] ON [access].[passkeys] ([credential_key]);
GO


CREATE INDEX [IX_passkeys_user_id] ON [access].[passkeys] ([user_id]);
GO


CREATE INDEX [IX_portal_sessions_address_key] ON [customers].[portal_sessions] ([address_key]);
GO


CREATE INDEX [IX_portal_sessions_expires_at] ON [customers].[portal_sessions] ([expires_at]);
GO


CREATE UNIQUE INDEX [IX_portal_sessions_token_hash] ON [customers].[portal_sessions] ([token_hash]);
GO


CREATE INDEX [IX_portal_sign_ins_address_key_created_at] ON [customers].[portal_sign_ins] ([address_key], [created_at]);
GO


CREATE UNIQUE INDEX [IX_portal_sign_ins_browser_hash] ON [customers].[portal_sign_ins] ([browser_hash]);
GO


CREATE INDEX [IX_portal_sign_ins_created_at] ON [customers].[portal_sign_ins] ([created_at]);
GO


CREATE INDEX [IX_portal_sign_ins_link_hash] ON [customers].[portal_sign_ins] ([link_hash]);
GO


CREATE INDEX [IX_privacy_requests_created_at_id] ON [customers].[privacy_requests] ([created_at], [id]);
GO


CREATE INDEX [IX_privacy_requests_customer_id] ON [customers].[privacy_requests] ([customer_id]);
GO


CREATE INDEX [IX_privacy_requests_state] ON [customers].[privacy_requests] ([state]);
GO


CREATE INDEX [IX_recovery_codes_user_id] ON [access].[recovery_codes] ([user_id]);
GO


CREATE INDEX [IX_reset_requests_at] ON [access].[reset_requests] ([at]);
GO


CREATE INDEX [IX_reset_requests_email_key_at] ON [access].[reset_requests] ([email_key], [at]);
GO


CREATE UNIQUE INDEX [IX_role_settings_role] ON [access].[role_settings] ([role]);
GO


CREATE UNIQUE INDEX [IX_roles_name_key] ON [access].[roles] ([name_key]);
GO


CREATE INDEX [IX_search_entries_entity_id] ON [platform].[search_entries] ([entity_id]);
GO


CREATE INDEX [IX_security_log_actor_id_sequence] ON [platform].[security_log] ([actor_id], [sequence]);
GO


CREATE INDEX [IX_security_log_at] ON [platform].[security_log] ([at]);
GO


CREATE INDEX [IX_security_log_kind_sequence] ON [platform].[security_log] ([kind], [sequence]);
GO


CREATE INDEX [IX_sessions_expires_at] ON [access].[sessions] ([expires_at]);
GO


CREATE INDEX [IX_sessions_user_id_ended_at] ON [access].[sessions] ([user_id], [ended_at]);
GO


CREATE INDEX [IX_team_members_user_id] ON [access].[team_members] ([user_id]);
GO


CREATE UNIQUE INDEX [IX_teams_name_key] ON [access].[teams] ([name_key]);
GO


CREATE INDEX [IX_tickets_assignee_id_status_last_message_at] ON [tickets].[tickets] ([assignee_id], [status], [last_message_at]);
GO


CREATE INDEX [IX_tickets_created_at_id] ON [tickets].[tickets] ([created_at], [id]);
GO


CREATE INDEX [IX_tickets_customer_id_created_at] ON [tickets].[tickets] ([customer_id], [created_at]);
GO


CREATE INDEX [IX_tickets_last_message_at_id] ON [tickets].[tickets] ([last_message_at], [id]);
GO


CREATE UNIQUE INDEX [IX_tickets_number] ON [tickets].[tickets] ([number]);
GO


CREATE INDEX [IX_tickets_status_last_message_at_id] ON [tickets].[tickets] ([status], [last_message_at], [id]);
GO


CREATE INDEX [IX_tickets_team_id_status_last_message_at] ON [tickets].[tickets] ([team_id], [status], [last_message_at]);
GO


CREATE UNIQUE INDEX [IX_tickets_tracking_token] ON [tickets].[tickets] ([tracking_token]);
GO


CREATE INDEX [IX_tickets_updated_at_id] ON [tickets].[tickets] ([updated_at], [id]);
GO


CREATE INDEX [IX_timeline_customer_id_at] ON [customers].[timeline] ([customer_id], [at]);
GO


CREATE INDEX [IX_used_proofs_expires_at] ON [access].[used_proofs] ([expires_at]);
GO


CREATE UNIQUE INDEX [IX_users_email_key] ON [access].[users] ([email_key]);
GO


CREATE INDEX [IX_users_name_key] ON [access].[users] ([name_key]);
GO


