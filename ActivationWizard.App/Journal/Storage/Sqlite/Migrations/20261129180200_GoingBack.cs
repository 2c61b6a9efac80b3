using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class GoingBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Beat",
                table: "Epochs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "MarkedAt",
                table: "Epochs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SkippedFrom",
                table: "Epochs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SkippedTo",
                table: "Epochs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Year",
                table: "Epochs",
                type: "INTEGER",
                nullable: true);

            // An epoch of before had nothing to tell anybody.
            migrationBuilder.Sql("UPDATE \"Epochs\" SET \"MarkedAt\" = \"BeganAt\";");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Beat",
                table: "Epochs");

            migrationBuilder.DropColumn(
                name: "MarkedAt",
                table: "Epochs");

            migrationBuilder.DropColumn(
                name: "SkippedFrom",
                table: "Epochs");

            migrationBuilder.DropColumn(
                name: "SkippedTo",
                table: "Epochs");

            migrationBuilder.DropColumn(
                name: "Year",
                table: "Epochs");
        }
    }
}
