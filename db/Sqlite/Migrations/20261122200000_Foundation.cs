using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_access_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    prefix = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_access_tokens", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_teams",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    member_ids = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_teams", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    email_key = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    roles = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_custom_fields",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    choices = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_custom_fields", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    given_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    family_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    job_title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    external_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 401, nullable: false),
                    display_key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    primary_email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    primary_phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    preferred_contact_method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    time_zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    line1 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    line2 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    postal_code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    city = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    region = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    country = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    tags = table.Column<string>(type: "TEXT", nullable: false),
                    custom = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    contacted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    order_count = table.Column<int>(type: "INTEGER", nullable: false),
                    revenue = table.Column<string>(type: "TEXT", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    imported_version = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_customers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_import_before_images",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: false),
                    version_after = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_import_before_images", x => new { x.import_id, x.customer_id });
                });

            migrationBuilder.CreateTable(
                name: "customers_import_problems",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    column = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    message = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_import_problems", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    created_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    requested_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    encoding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    delimiter = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    columns = table.Column<string>(type: "TEXT", nullable: false),
                    sample_rows = table.Column<string>(type: "TEXT", nullable: false),
                    existing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    total_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    processed_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    created_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    updated_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    skipped_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    refused_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    problem_count = table.Column<int>(type: "INTEGER", nullable: false),
                    last_row = table.Column<int>(type: "INTEGER", nullable: false),
                    failure = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    undone_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    kept_changed = table.Column<int>(type: "INTEGER", nullable: false),
                    kept_in_use = table.Column<int>(type: "INTEGER", nullable: false),
                    held_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    held_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    placed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    total_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_tags",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_tags", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "customers_timeline",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    subject_type = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_timeline", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_audit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    entity = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    entity_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    uploaded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    uploaded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    owner_kind = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_idempotency_records",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    request_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_idempotency_records", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "platform_outbox_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", maxLength: 200, nullable: false),
                    reaction = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    available_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    locked_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_outbox_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_search_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_search_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_sequences",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    next_value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_sequences", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "tickets_tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    priority = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    priority_rank = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    tags = table.Column<string>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    customer_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    assignee_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    follower_ids = table.Column<string>(type: "TEXT", nullable: false),
                    preview = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    message_count = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_message_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_message_from_customer = table.Column<bool>(type: "INTEGER", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    first_responded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    solved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    tracking_token = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tickets_tickets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_team_members",
                columns: table => new
                {
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_team_members", x => new { x.team_id, x.user_id });
                    table.ForeignKey(
                        name: "FK_access_team_members_access_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "access_teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_contact_points",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    is_primary = table.Column<bool>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_contact_points", x => new { x.customer_id, x.kind, x.key });
                    table.ForeignKey(
                        name: "FK_customers_contact_points_customers_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tickets_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    author_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    author_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tickets_messages", x => x.id);
                    table.ForeignKey(
                        name: "FK_tickets_messages_tickets_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets_tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "platform_sequences",
                columns: new[] { "name", "next_value" },
                values: new object[] { "ticket_numbers", 10001L });

            migrationBuilder.CreateIndex(
                name: "IX_access_access_tokens_hash",
                table: "access_access_tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_access_tokens_user_id",
                table: "access_access_tokens",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_access_team_members_user_id",
                table: "access_team_members",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_access_teams_name_key",
                table: "access_teams",
                column: "name_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_users_email_key",
                table: "access_users",
                column: "email_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_users_name_key",
                table: "access_users",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "IX_customers_contact_points_kind_key",
                table: "customers_contact_points",
                columns: new[] { "kind", "key" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_custom_fields_key",
                table: "customers_custom_fields",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_customers_company_id",
                table: "customers_customers",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "IX_customers_customers_contacted_at_id",
                table: "customers_customers",
                columns: new[] { "contacted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_customers_created_at_id",
                table: "customers_customers",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_customers_display_key_id",
                table: "customers_customers",
                columns: new[] { "display_key", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_customers_external_id",
                table: "customers_customers",
                column: "external_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_customers_import_id",
                table: "customers_customers",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_customers_customers_owner_id",
                table: "customers_customers",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_customers_customers_updated_at_id",
                table: "customers_customers",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_import_before_images_customer_id",
                table: "customers_import_before_images",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "IX_customers_import_problems_import_id_place_id",
                table: "customers_import_problems",
                columns: new[] { "import_id", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_imports_created_at",
                table: "customers_imports",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_customers_imports_state",
                table: "customers_imports",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_customers_notes_customer_id_created_at",
                table: "customers_notes",
                columns: new[] { "customer_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_orders_customer_id_placed_at",
                table: "customers_orders",
                columns: new[] { "customer_id", "placed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_timeline_customer_id_at",
                table: "customers_timeline",
                columns: new[] { "customer_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_audit_entries_at",
                table: "platform_audit_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_platform_audit_entries_entity_entity_id_at",
                table: "platform_audit_entries",
                columns: new[] { "entity", "entity_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_files_owner_kind_owner_id",
                table: "platform_files",
                columns: new[] { "owner_kind", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_files_sha256",
                table: "platform_files",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "IX_platform_idempotency_records_created_at",
                table: "platform_idempotency_records",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_platform_outbox_messages_state_available_at",
                table: "platform_outbox_messages",
                columns: new[] { "state", "available_at" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_search_entries_kind_owner_id",
                table: "platform_search_entries",
                columns: new[] { "kind", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_messages_ticket_id_created_at_id",
                table: "tickets_messages",
                columns: new[] { "ticket_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_tickets_assignee_id_status_last_message_at",
                table: "tickets_tickets",
                columns: new[] { "assignee_id", "status", "last_message_at" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_tickets_created_at_id",
                table: "tickets_tickets",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_tickets_customer_id_created_at",
                table: "tickets_tickets",
                columns: new[] { "customer_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_tickets_last_message_at_id",
                table: "tickets_tickets",
                columns: new[] { "last_message_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_tickets_number",
                table: "tickets_tickets",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tickets_tickets_status_last_message_at_id",
                table: "tickets_tickets",
                columns: new[] { "status", "last_message_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_tickets_team_id_status_last_message_at",
                table: "tickets_tickets",
                columns: new[] { "team_id", "status", "last_message_at" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_tickets_tracking_token",
                table: "tickets_tickets",
                column: "tracking_token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tickets_tickets_updated_at_id",
                table: "tickets_tickets",
                columns: new[] { "updated_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_access_tokens");

            migrationBuilder.DropTable(
                name: "access_team_members");

            migrationBuilder.DropTable(
                name: "access_users");

            migrationBuilder.DropTable(
                name: "customers_contact_points");

            migrationBuilder.DropTable(
                name: "customers_custom_fields");

            migrationBuilder.DropTable(
                name: "customers_import_before_images");

            migrationBuilder.DropTable(
                name: "customers_import_problems");

            migrationBuilder.DropTable(
                name: "customers_imports");

            migrationBuilder.DropTable(
                name: "customers_notes");

            migrationBuilder.DropTable(
                name: "customers_orders");

            migrationBuilder.DropTable(
                name: "customers_tags");

            migrationBuilder.DropTable(
                name: "customers_timeline");

            migrationBuilder.DropTable(
                name: "platform_audit_entries");

            migrationBuilder.DropTable(
                name: "platform_data_protection_keys");

            migrationBuilder.DropTable(
                name: "platform_files");

            migrationBuilder.DropTable(
                name: "platform_idempotency_records");

            migrationBuilder.DropTable(
                name: "platform_outbox_messages");

            migrationBuilder.DropTable(
                name: "platform_search_entries");

            migrationBuilder.DropTable(
                name: "platform_sequences");

            migrationBuilder.DropTable(
                name: "tickets_messages");

            migrationBuilder.DropTable(
                name: "access_teams");

            migrationBuilder.DropTable(
                name: "customers_customers");

            migrationBuilder.DropTable(
                name: "tickets_tickets");
        }
    }
}
