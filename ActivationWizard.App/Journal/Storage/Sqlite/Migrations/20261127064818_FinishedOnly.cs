using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FinishedOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Summaries_Finished",
                table: "Summaries");

            migrationBuilder.CreateIndex(
                name: "IX_Summaries_Finished",
                table: "Summaries",
                columns: new[] { "CompletedAt", "Case", "State", "Scenario", "Ground", "HandlerId", "Signs" },
                filter: "\"CompletedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Summaries_Finished",
                table: "Summaries");

            migrationBuilder.CreateIndex(
                name: "IX_Summaries_Finished",
                table: "Summaries",
                columns: new[] { "CompletedAt", "Case", "State", "Scenario", "Ground", "HandlerId", "Signs" });
        }
    }
}
