using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Sqlite.Migrations
{
    /// <summary>
    /// Access records, epochs and erasures are sealed. What stands in the row of a finished case is made anew from its events
    /// once, see <see cref="FinishedRefresh"/>, which takes the cases that have no duration: it is compared with them from now
    /// on.
    /// </summary>
    public partial class SealedRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Number",
                table: "Looks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Seal",
                table: "Looks",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Seal",
                table: "Epochs",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Seal",
                table: "Erasures",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RecordHeads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Accesses = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAccess = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Unsealed = table.Column<long>(type: "INTEGER", nullable: false),
                    Seal = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordHeads", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Looks_Number",
                table: "Looks",
                column: "Number",
                unique: true,
                filter: "\"Number\" IS NOT NULL");

            migrationBuilder.Sql("UPDATE \"Summaries\" SET \"Took\" = NULL WHERE \"CompletedAt\" IS NOT NULL;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RecordHeads");

            migrationBuilder.DropIndex(
                name: "IX_Looks_Number",
                table: "Looks");

            // Not by a table that is made anew: an earlier model does not know each of these.
            migrationBuilder.Sql("ALTER TABLE \"Looks\" DROP COLUMN \"Number\"");
            migrationBuilder.Sql("ALTER TABLE \"Looks\" DROP COLUMN \"Seal\"");
            migrationBuilder.Sql("ALTER TABLE \"Epochs\" DROP COLUMN \"Seal\"");
            migrationBuilder.Sql("ALTER TABLE \"Erasures\" DROP COLUMN \"Seal\"");
        }
    }
}
