using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ActivationWizard.App.Journal.Storage.Postgres.Migrations
{
    /// <summary>In which role a session is, and what the identity provider says of it.</summary>
    public partial class SessionsByProvider : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Name", table: "Sessions", type: "text", nullable: true);
            migrationBuilder.AddColumn<string>(name: "Role", table: "Sessions", type: "text", nullable: true);
            migrationBuilder.AddColumn<string>(name: "Roles", table: "Sessions", type: "text", nullable: true);
            migrationBuilder.AddColumn<string>(name: "ProviderSession", table: "Sessions", type: "text", nullable: true);
            migrationBuilder.AddColumn<long>(name: "CheckedAt", table: "Sessions", type: "bigint", nullable: true);
            migrationBuilder.AddColumn<long>(name: "AskedAt", table: "Sessions", type: "bigint", nullable: true);
            migrationBuilder.AddColumn<string>(name: "Grant", table: "Sessions", type: "text", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "Name", table: "Sessions");
            migrationBuilder.DropColumn(name: "Role", table: "Sessions");
            migrationBuilder.DropColumn(name: "Roles", table: "Sessions");
            migrationBuilder.DropColumn(name: "ProviderSession", table: "Sessions");
            migrationBuilder.DropColumn(name: "CheckedAt", table: "Sessions");
            migrationBuilder.DropColumn(name: "AskedAt", table: "Sessions");
            migrationBuilder.DropColumn(name: "Grant", table: "Sessions");
        }
    }
}
