using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Sqlite.Migrations
{
    /// <summary>An index of the few leases that a process holds, which every sweep asks for.</summary>
    public partial class HeldLeases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_TenantLeases_HeldUntil",
                table: "TenantLeases",
                column: "HeldUntil",
                filter: "\"HeldUntil\" > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TenantLeases_HeldUntil",
                table: "TenantLeases");
        }
    }
}
