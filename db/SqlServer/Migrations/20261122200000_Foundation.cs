using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "access");

            migrationBuilder.EnsureSchema(
                name: "platform");

            migrationBuilder.EnsureSchema(
                name: "customers");

            migrationBuilder.EnsureSchema(
                name: "tickets");

            migrationBuilder.CreateSequence(
                name: "ticket_numbers",
                schema: "platform",
                startValue: 10001L);

            migrationBuilder.CreateTable(
                name: "access_tokens",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    prefix = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    expires_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    last_used_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_tokens", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    actor_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    actor_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    entity = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    entity_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    action = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    changes = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "custom_fields",
                schema: "customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    key = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    label = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    choices = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custom_fields", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "customers",
                schema: "customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    given_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    family_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    job_title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    company_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    external_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    display_name = table.Column<string>(type: "nvarchar(401)", maxLength: 401, nullable: false),
                    display_key = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    primary_email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    primary_phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    preferred_contact_method = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    language = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    time_zone = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    line1 = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    line2 = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    postal_code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    city = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    region = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    country = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    tags = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    custom = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    contacted_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    order_count = table.Column<int>(type: "int", nullable: false),
                    revenue = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    import_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    imported_version = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    friendly_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "files",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    uploaded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    uploaded_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    owner_kind = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_records",
                schema: "platform",
                columns: table => new
                {
                    key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    request_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    answer = table.Column<byte[]>(type: "varbinary(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency_records", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "import_before_images",
                schema: "customers",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    customer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    details = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    version_after = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_before_images", x => new { x.import_id, x.customer_id });
                });

            migrationBuilder.CreateTable(
                name: "import_problems",
                schema: "customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    import_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    column = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    value = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    message = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_problems", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                schema: "customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    file_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    file_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    created_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    requested_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    started_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    finished_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    encoding = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    delimiter = table.Column<string>(type: "nvarchar(1)", maxLength: 1, nullable: false),
                    columns = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    sample_rows = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    existing = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    total_rows = table.Column<int>(type: "int", nullable: false),
                    processed_rows = table.Column<int>(type: "int", nullable: false),
                    created_rows = table.Column<int>(type: "int", nullable: false),
                    updated_rows = table.Column<int>(type: "int", nullable: false),
                    skipped_rows = table.Column<int>(type: "int", nullable: false),
                    refused_rows = table.Column<int>(type: "int", nullable: false),
                    problem_count = table.Column<int>(type: "int", nullable: false),
                    last_row = table.Column<int>(type: "int", nullable: false),
                    failure = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    undone_rows = table.Column<int>(type: "int", nullable: false),
                    kept_changed = table.Column<int>(type: "int", nullable: false),
                    kept_in_use = table.Column<int>(type: "int", nullable: false),
                    held_by = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    held_until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "notes",
                schema: "customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    customer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    author_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notes", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "orders",
                schema: "customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    customer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    placed_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    total_minor = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    summary = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_orders", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    @event = table.Column<string>(name: "event", type: "nvarchar(200)", maxLength: 200, nullable: false),
                    reaction = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    payload = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    available_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    locked_by = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    last_error = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    finished_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_messages", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "search_entries",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    words = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sequences",
                schema: "platform",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    next_value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sequences", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "tags",
                schema: "customers",
                columns: table => new
                {
                    key = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tags", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "teams",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    name_key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    member_ids = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_teams", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "tickets",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    subject = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    priority = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    priority_rank = table.Column<int>(type: "int", nullable: false),
                    type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    tags = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    customer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    customer_name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    team_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    assignee_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    follower_ids = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    preview = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    message_count = table.Column<int>(type: "int", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    last_message_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    last_message_from_customer = table.Column<bool>(type: "bit", nullable: false),
                    due_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    first_responded_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    solved_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    closed_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    tracking_token = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tickets", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "timeline",
                schema: "customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    customer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    actor_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    subject_type = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timeline", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "users",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    name_key = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    email_key = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    password_hash = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    security_stamp = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    roles = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    language = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    time_zone = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    active = table.Column<bool>(type: "bit", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_users", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "contact_points",
                schema: "customers",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    value = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    label = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    is_primary = table.Column<bool>(type: "bit", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact_points", x => new { x.customer_id, x.kind, x.key });
                    table.ForeignKey(
                        name: "FK_contact_points_customers_customer_id",
                        column: x => x.customer_id,
                        principalSchema: "customers",
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "team_members",
                schema: "access",
                columns: table => new
                {
                    team_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_team_members", x => new { x.team_id, x.user_id });
                    table.ForeignKey(
                        name: "FK_team_members_teams_team_id",
                        column: x => x.team_id,
                        principalSchema: "access",
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                schema: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    author_kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    author_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    author_name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    channel = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_messages", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_messages_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalSchema: "tickets",
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_tokens_hash",
                schema: "access",
                table: "access_tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_tokens_user_id",
                schema: "access",
                table: "access_tokens",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_at",
                schema: "platform",
                table: "audit_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_entity_entity_id_at",
                schema: "platform",
                table: "audit_entries",
                columns: new[] { "entity", "entity_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_contact_points_kind_key",
                schema: "customers",
                table: "contact_points",
                columns: new[] { "kind", "key" });

            migrationBuilder.CreateIndex(
                name: "IX_custom_fields_key",
                schema: "customers",
                table: "custom_fields",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_company_id",
                schema: "customers",
                table: "customers",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "IX_customers_contacted_at_id",
                schema: "customers",
                table: "customers",
                columns: new[] { "contacted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_created_at_id",
                schema: "customers",
                table: "customers",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_display_key_id",
                schema: "customers",
                table: "customers",
                columns: new[] { "display_key", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_external_id",
                schema: "customers",
                table: "customers",
                column: "external_id",
                unique: true,
                filter: "[external_id] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_customers_import_id",
                schema: "customers",
                table: "customers",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_customers_owner_id",
                schema: "customers",
                table: "customers",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_customers_updated_at_id",
                schema: "customers",
                table: "customers",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_files_owner_kind_owner_id",
                schema: "platform",
                table: "files",
                columns: new[] { "owner_kind", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "IX_files_sha256",
                schema: "platform",
                table: "files",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "IX_idempotency_records_created_at",
                schema: "platform",
                table: "idempotency_records",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_import_before_images_customer_id",
                schema: "customers",
                table: "import_before_images",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "IX_import_problems_import_id_place_id",
                schema: "customers",
                table: "import_problems",
                columns: new[] { "import_id", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_imports_created_at",
                schema: "customers",
                table: "imports",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_imports_state",
                schema: "customers",
                table: "imports",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_messages_ticket_id_created_at_id",
                schema: "tickets",
                table: "messages",
                columns: new[] { "ticket_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notes_customer_id_created_at",
                schema: "customers",
                table: "notes",
                columns: new[] { "customer_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_orders_customer_id_placed_at",
                schema: "customers",
                table: "orders",
                columns: new[] { "customer_id", "placed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_messages_state_available_at",
                schema: "platform",
                table: "outbox_messages",
                columns: new[] { "state", "available_at" });

            migrationBuilder.CreateIndex(
                name: "IX_search_entries_kind_owner_id",
                schema: "platform",
                table: "search_entries",
                columns: new[] { "kind", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "IX_team_members_user_id",
                schema: "access",
                table: "team_members",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_teams_name_key",
                schema: "access",
                table: "teams",
                column: "name_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tickets_assignee_id_status_last_message_at",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "assignee_id", "status", "last_message_at" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_created_at_id",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_customer_id_created_at",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "customer_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_last_message_at_id",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "last_message_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_number",
                schema: "tickets",
                table: "tickets",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tickets_status_last_message_at_id",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "status", "last_message_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_team_id_status_last_message_at",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "team_id", "status", "last_message_at" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_tracking_token",
                schema: "tickets",
                table: "tickets",
                column: "tracking_token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tickets_updated_at_id",
                schema: "tickets",
                table: "tickets",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_timeline_customer_id_at",
                schema: "customers",
                table: "timeline",
                columns: new[] { "customer_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_users_email_key",
                schema: "access",
                table: "users",
                column: "email_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_users_name_key",
                schema: "access",
                table: "users",
                column: "name_key");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_tokens",
                schema: "access");

            migrationBuilder.DropTable(
                name: "audit_entries",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "contact_points",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "custom_fields",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "data_protection_keys",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "files",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "idempotency_records",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "import_before_images",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "import_problems",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "imports",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "messages",
                schema: "tickets");

            migrationBuilder.DropTable(
                name: "notes",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "orders",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "outbox_messages",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "search_entries",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "sequences",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "tags",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "team_members",
                schema: "access");

            migrationBuilder.DropTable(
                name: "timeline",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "users",
                schema: "access");

            migrationBuilder.DropTable(
                name: "customers",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "tickets",
                schema: "tickets");

            migrationBuilder.DropTable(
                name: "teams",
                schema: "access");

            migrationBuilder.DropSequence(
                name: "ticket_numbers",
                schema: "platform");
        }
    }
}
