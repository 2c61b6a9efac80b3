using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Sqlite.Migrations
{
    /// <summary>
    /// Words to search by are folded otherwise than before: what a finished case is found by is made anew, see
    /// <see cref="FinishedRefresh"/>, which takes the cases that have no duration.
    /// </summary>
    public partial class OneFolding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("UPDATE \"Summaries\" SET \"Took\" = NULL WHERE \"CompletedAt\" IS NOT NULL;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("UPDATE \"Summaries\" SET \"Took\" = NULL WHERE \"CompletedAt\" IS NOT NULL");
        }
    }
}
