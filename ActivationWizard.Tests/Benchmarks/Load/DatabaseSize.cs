using ActivationWizard.Tests.Faults.Run;
using Npgsql;

namespace ActivationWizard.Tests.Benchmarks.Load;

/// <summary>What a world's journal and its keys take on disk, indexes included.</summary>
internal static class DatabaseSize
{
    /// <summary>In bytes; of SQLite with what is still in its log.</summary>
    public static async Task<long> OfAsync(FaultWorld world)
    {
        if (!world.Settings.TryGetValue("Journal:ConnectionString", out var connection))
            return new DirectoryInfo(world.DataFolder).EnumerateFiles("*.db*").Sum(file => file.Length);
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("SELECT pg_database_size(current_database())");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
