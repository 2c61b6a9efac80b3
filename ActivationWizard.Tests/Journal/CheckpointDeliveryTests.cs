using System.Collections.Concurrent;
using System.Net;
using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Integrations.Http;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace ActivationWizard.Tests.Journal;

/// <summary>The note that is sent to an address outside, over a real socket.</summary>
public sealed class CheckpointDeliveryTests() : JournalTests(JournalProvider.Sqlite, null)
{
    private readonly ConcurrentQueue<byte[]> _taken = [];
    private readonly FakeLogger<CheckpointDelivery> _log = new();
    private HttpStatusCode _answer = HttpStatusCode.NoContent;

    [Fact]
    public async Task SendAsync_AnAddress_TakesTheSealedNoteThatVerifyingComparesWith()
    {
        await using var site = await StartAsync();
        var delivery = Delivery(site.Address);
        Assert.False(await delivery.SendAsync(Cancellation));
        var open = await OpenAsync();
        await Host.Get<Checkpoints>().MakeAsync(
            new Dictionary<long, int> { [CaseKey.Of(open.Number)] = open.Version }, 1, Cancellation);

        Assert.True(await delivery.SendAsync(Cancellation));

        Assert.Equal(new DeliveryState(Host.Clock.GetUtcNow(), null), delivery.State);
        var note = CheckpointNote.Read(Assert.Single(_taken))!;
        Assert.True(note.IsSealed(Host.Get<RecordSeals>()));
        Assert.Equal((1, 1), (note.Counters[2026], note.Chains[CaseKey.Of(open.Number)].Version));
        Assert.Empty(await Host.Get<CheckpointComparison>().FindAsync(note, Cancellation));
    }

    [Fact]
    public async Task SendAsync_NotTaken_IsShownAndLoggedOnceUntilItIsTakenAgain()
    {
        await using var site = await StartAsync();
        var delivery = Delivery(site.Address);
        await Host.Get<Checkpoints>().MakeAsync(new Dictionary<long, int>(), 0, Cancellation);
        _answer = HttpStatusCode.ServiceUnavailable;
        var since = Host.Clock.GetUtcNow();

        Assert.False(await delivery.SendAsync(Cancellation));
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await delivery.SendAsync(Cancellation));

        Assert.Equal(new DeliveryState(null, since), delivery.State);
        Assert.Contains("status 503", Assert.Single(_log.Collector.GetSnapshot()).Message, StringComparison.Ordinal);

        _answer = HttpStatusCode.OK;
        Assert.True(await delivery.SendAsync(Cancellation));
        Assert.Null(delivery.State.FailingSince);
        _answer = HttpStatusCode.Found;
        Assert.False(await delivery.SendAsync(Cancellation));
        Assert.Equal((2, 4), (_log.Collector.Count, _taken.Count));
    }

    [Fact]
    public async Task SendAsync_NobodyThere_IsShownAndStopsNothing()
    {
        Uri address;
        await using (var site = await StartAsync())
            address = site.Address;
        var delivery = Delivery(address);
        await Host.Get<Checkpoints>().MakeAsync(new Dictionary<long, int>(), 0, Cancellation);

        Assert.False(await delivery.SendAsync(Cancellation));

        Assert.NotNull(delivery.State.FailingSince);
        Assert.Single(_log.Collector.GetSnapshot());
    }

    private CheckpointDelivery Delivery(Uri address)
    {
        var post = new ServiceCollection().AddDocumentPost().BuildServiceProvider().GetRequiredService<DocumentPost>();
        return new CheckpointDelivery(
            Host.Get<CheckpointWriting>(), post, new JournalOptions { CheckpointAddress = address }, Host.Clock, _log);
    }

    private Task<LoopbackSite> StartAsync() => LoopbackSite.StartAsync(app => app.Map("/{**any}", async (HttpContext context) =>
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _taken.Enqueue(body.ToArray());
        context.Response.StatusCode = (int)_answer;
        // Where a redirect leads: followed, it would be taken.
        context.Response.Headers.Location = "/elders";
    }));
}
