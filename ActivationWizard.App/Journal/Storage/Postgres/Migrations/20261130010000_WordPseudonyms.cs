using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Postgres.Migrations
{
    /// <summary>
    /// What finished cases are found by, as pseudonyms: filled at the start. The words in clear go at night, so that an earlier
    /// version that runs beside finds what it found.
    /// </summary>
    public partial class WordPseudonyms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "WordPseudonyms",
                columns: table => new
                {
                    Case = table.Column<long>(type: "bigint", nullable: false),
                    Pseudonym = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WordPseudonyms", x => new { x.Pseudonym, x.Case });
                });

            migrationBuilder.CreateIndex(
                name: "IX_WordPseudonyms_Case",
                table: "WordPseudonyms",
                column: "Case");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "WordPseudonyms");
        }
    }
}
