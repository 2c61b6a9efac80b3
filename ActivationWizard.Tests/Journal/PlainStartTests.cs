using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

/// <summary>What a start asks once is plain SQL: Entity Framework would compile each of its queries for that one time.</summary>
public sealed class PlainStartTests
{
    [Fact]
    public async Task Start_OnFiles_IsMadeReadyWithoutACommandOfEntityFramework()
    {
        using var folder = new TemporaryFolder();
        var storage = new JournalStorage(folder.Path, null);
        using var commands = new CommandCount(
            command => command.Connection!.ConnectionString.Contains(folder.Path, StringComparison.Ordinal));

        await (await JournalHost.StartAsync(storage, DatabaseMark.Demo)).DisposeAsync();
        await using var again = await JournalHost.StartAsync(storage, DatabaseMark.Demo);
        await again.Get<CasesUnderWay>().ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, commands.Sent);
        await using var context = again.Open();
        await context.Epochs.AnyAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, commands.Sent);
    }
}
