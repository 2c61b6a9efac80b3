using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Postgres.Migrations
{
    /// <summary>How long a case waited for its decision, and how long somebody had it in hand.</summary>
    public partial class CaseTimes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Waited",
                table: "Summaries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Handled",
                table: "Summaries",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Summaries_Waited",
                table: "Summaries",
                columns: new[] { "Waited", "Case" },
                filter: "\"CompletedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Summaries_Waited",
                table: "Summaries");

            migrationBuilder.DropColumn(
                name: "Waited",
                table: "Summaries");

            migrationBuilder.DropColumn(
                name: "Handled",
                table: "Summaries");
        }
    }
}
