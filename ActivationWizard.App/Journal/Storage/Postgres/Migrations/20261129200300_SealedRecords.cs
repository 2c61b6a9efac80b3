using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Postgres.Migrations
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
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Seal",
                table: "Looks",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Seal",
                table: "Epochs",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Seal",
                table: "Erasures",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RecordHeads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Accesses = table.Column<long>(type: "bigint", nullable: false),
                    LastAccess = table.Column<byte[]>(type: "bytea", nullable: false),
                    Unsealed = table.Column<long>(type: "bigint", nullable: false),
                    Seal = table.Column<byte[]>(type: "bytea", nullable: false)
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

            migrationBuilder.Sql("UPDATE \"Summaries\" SET \"Took\" = NULL WHERE \"CompletedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RecordHeads");

            migrationBuilder.DropIndex(
                name: "IX_Looks_Number",
                table: "Looks");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Looks");

            migrationBuilder.DropColumn(
                name: "Seal",
                table: "Looks");

            migrationBuilder.DropColumn(
                name: "Seal",
                table: "Epochs");

            migrationBuilder.DropColumn(
                name: "Seal",
                table: "Erasures");
        }
    }
}
