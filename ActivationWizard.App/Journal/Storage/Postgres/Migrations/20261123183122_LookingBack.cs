using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LookingBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Summaries_Finished",
                table: "Summaries");

            migrationBuilder.AddColumn<string>(
                name: "Marks",
                table: "Summaries",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Signs",
                table: "Summaries",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SortName",
                table: "Summaries",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<long>(
                name: "Took",
                table: "Summaries",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Comments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Case = table.Column<long>(type: "bigint", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    AuthorId = table.Column<string>(type: "text", nullable: false),
                    AuthorName = table.Column<string>(type: "text", nullable: false),
                    AuthorRole = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Payload = table.Column<byte[]>(type: "bytea", nullable: false),
                    KeyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ResolvedAt = table.Column<long>(type: "bigint", nullable: true),
                    ResolvedBy = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Comments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Erasures",
                columns: table => new
                {
                    Case = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Erasures", x => x.Case);
                });

            migrationBuilder.CreateTable(
                name: "Looks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Case = table.Column<long>(type: "bigint", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    ActorId = table.Column<string>(type: "text", nullable: false),
                    ActorName = table.Column<string>(type: "text", nullable: false),
                    ActorRole = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Looks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    ActorId = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Query = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => new { x.ActorId, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "SearchWords",
                columns: table => new
                {
                    Case = table.Column<long>(type: "bigint", nullable: false),
                    Word = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchWords", x => new { x.Case, x.Word });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Summaries_Finished",
                table: "Summaries",
                columns: new[] { "CompletedAt", "Case", "State", "Scenario", "Ground", "HandlerId", "Signs" });

            migrationBuilder.CreateIndex(
                name: "IX_Summaries_Name",
                table: "Summaries",
                columns: new[] { "SortName", "Case" },
                filter: "\"CompletedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Summaries_Special",
                table: "Summaries",
                columns: new[] { "CompletedAt", "Case" },
                filter: "\"CompletedAt\" IS NOT NULL AND \"Signs\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Summaries_Took",
                table: "Summaries",
                columns: new[] { "Took", "Case" },
                filter: "\"CompletedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_Case",
                table: "Comments",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_Looks_Case_At",
                table: "Looks",
                columns: new[] { "Case", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchWords_Word_Case",
                table: "SearchWords",
                columns: new[] { "Word", "Case" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Comments");

            migrationBuilder.DropTable(
                name: "Erasures");

            migrationBuilder.DropTable(
                name: "Looks");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "SearchWords");

            migrationBuilder.DropIndex(
                name: "IX_Summaries_Finished",
                table: "Summaries");

            migrationBuilder.DropIndex(
                name: "IX_Summaries_Name",
                table: "Summaries");

            migrationBuilder.DropIndex(
                name: "IX_Summaries_Special",
                table: "Summaries");

            migrationBuilder.DropIndex(
                name: "IX_Summaries_Took",
                table: "Summaries");

            migrationBuilder.DropColumn(
                name: "Marks",
                table: "Summaries");

            migrationBuilder.DropColumn(
                name: "Signs",
                table: "Summaries");

            migrationBuilder.DropColumn(
                name: "SortName",
                table: "Summaries");

            migrationBuilder.DropColumn(
                name: "Took",
                table: "Summaries");

            migrationBuilder.CreateIndex(
                name: "IX_Summaries_Finished",
                table: "Summaries",
                columns: new[] { "CompletedAt", "Case" });
        }
    }
}
