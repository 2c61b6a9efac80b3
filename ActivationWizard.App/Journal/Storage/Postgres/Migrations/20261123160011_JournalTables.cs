using System;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class JournalTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CaseNumbers",
                columns: table => new
                {
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseNumbers", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "Installation",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Mark = table.Column<string>(type: "text", nullable: false),
                    KeyCheck = table.Column<byte[]>(type: "bytea", nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Installation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IntakeKeys",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false),
                    Case = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IntakeKeys", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Summaries",
                columns: table => new
                {
                    Case = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    HeadHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    HeadSeal = table.Column<byte[]>(type: "bytea", nullable: false),
                    KeyId = table.Column<Guid>(type: "uuid", nullable: false),
                    RulesVersion = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: false),
                    Search = table.Column<string>(type: "text", nullable: false),
                    Requester = table.Column<string>(type: "text", nullable: false),
                    CodeKind = table.Column<string>(type: "text", nullable: false),
                    Channel = table.Column<string>(type: "text", nullable: false),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false),
                    OpenedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    PartyId = table.Column<string>(type: "text", nullable: true),
                    Scenario = table.Column<string>(type: "text", nullable: true),
                    Route = table.Column<string>(type: "text", nullable: true),
                    Row = table.Column<string>(type: "text", nullable: true),
                    Ground = table.Column<string>(type: "text", nullable: true),
                    Hold = table.Column<string>(type: "text", nullable: true),
                    HandlerId = table.Column<string>(type: "text", nullable: true),
                    HandlerName = table.Column<string>(type: "text", nullable: true),
                    HandlerRole = table.Column<string>(type: "text", nullable: true),
                    CompletedAt = table.Column<long>(type: "bigint", nullable: true),
                    CodeSentAt = table.Column<long>(type: "bigint", nullable: true),
                    HasManualStep = table.Column<bool>(type: "boolean", nullable: false),
                    HasDeviation = table.Column<bool>(type: "boolean", nullable: false),
                    IsStuck = table.Column<bool>(type: "boolean", nullable: false),
                    ErasedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Summaries", x => x.Case);
                });

            migrationBuilder.CreateTable(
                name: "TenantLeases",
                columns: table => new
                {
                    Tenant = table.Column<string>(type: "text", nullable: false),
                    Case = table.Column<long>(type: "bigint", nullable: true),
                    FencingNumber = table.Column<long>(type: "bigint", nullable: false),
                    TakenAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenantLeases", x => x.Tenant);
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Case = table.Column<long>(type: "bigint", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    SchemaVersion = table.Column<int>(type: "integer", nullable: false),
                    ActorId = table.Column<string>(type: "text", nullable: false),
                    ActorName = table.Column<string>(type: "text", nullable: false),
                    ActorRole = table.Column<string>(type: "text", nullable: false),
                    Instance = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    EffectKey = table.Column<string>(type: "text", nullable: true),
                    RulesVersion = table.Column<string>(type: "text", nullable: true),
                    Payload = table.Column<byte[]>(type: "bytea", nullable: false),
                    KeyId = table.Column<Guid>(type: "uuid", nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => new { x.Case, x.Sequence });
                    table.ForeignKey(
                        name: "FK_Events_Summaries_Case",
                        column: x => x.Case,
                        principalTable: "Summaries",
                        principalColumn: "Case",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Events_EffectKey_Kind",
                table: "Events",
                columns: new[] { "EffectKey", "Kind" },
                unique: true,
                filter: "\"EffectKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Summaries_CodeSent",
                table: "Summaries",
                columns: new[] { "PartyId", "CodeSentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Summaries_Finished",
                table: "Summaries",
                columns: new[] { "CompletedAt", "Case" });

            migrationBuilder.CreateIndex(
                name: "IX_Summaries_Handler",
                table: "Summaries",
                columns: new[] { "HandlerId", "CompletedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Summaries_Open",
                table: "Summaries",
                column: "ReceivedAt",
                filter: "\"CompletedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseNumbers");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "Installation");

            migrationBuilder.DropTable(
                name: "IntakeKeys");

            migrationBuilder.DropTable(
                name: "TenantLeases");

            migrationBuilder.DropTable(
                name: "Summaries");
        }
    }
}
