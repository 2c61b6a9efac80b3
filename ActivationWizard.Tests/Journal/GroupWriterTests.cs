using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Tests.Kit.Journal;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

/// <summary>Writes that wait together go together, and what befalls one befalls no other.</summary>
public sealed class GroupWriterTests() : JournalTests(JournalProvider.Sqlite, null)
{
    private IJournalWriter Writer => Host.Get<IJournalWriter>();

    [Fact]
    public async Task WriteAsync_WhatWaitsTogether_IsOneTransaction()
    {
        var first = new Write("first");
        var ahead = Writer.WriteAsync(first, Cancellation);
        await first.Begun;
        var behind = Enumerable.Range(0, 5).Select(index => new Write($"behind {index}", held: false)).ToList();
        var waiting = behind.Select(write => Writer.WriteAsync(write, Cancellation)).ToList();

        first.GoOn();
        await Task.WhenAll([ahead, .. waiting]);

        Assert.Single(behind.Select(write => write.Transaction).Distinct());
        Assert.NotEqual(first.Transaction, behind[0].Transaction);
        Assert.Equal(6, await CountAsync());
    }

    [Fact]
    public async Task WriteAsync_OneOfAGroupFails_TheOthersAreWritten()
    {
        var first = new Write("first");
        var ahead = Writer.WriteAsync(first, Cancellation);
        await first.Begun;
        var before = Writer.WriteAsync(new Write("before", held: false), Cancellation);
        var failing = new Write("wrong", held: false) { Failure = new InvalidOperationException("wrong") };
        var wrong = Writer.WriteAsync(failing, Cancellation);
        var after = Writer.WriteAsync(new Write("after", held: false), Cancellation);

        first.GoOn();
        await Task.WhenAll(ahead, before, after);

        Assert.Equal("wrong", (await Assert.ThrowsAsync<InvalidOperationException>(() => wrong)).Message);
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task WriteAsync_SameSubject_IsNeverInOneTransaction()
    {
        var first = new Write("first");
        var ahead = Writer.WriteAsync(first, Cancellation);
        await first.Begun;
        var twins = new[] { new Write("twin", held: false), new Write("twin", held: false) { Key = "other" } };
        var waiting = twins.Select(write => Writer.WriteAsync(write, Cancellation)).ToList();

        first.GoOn();
        await Task.WhenAll([ahead, .. waiting]);

        Assert.Equal(2, twins.Select(write => write.Transaction).Distinct().Count());
    }

    [Fact]
    public async Task DisposeAsync_InTheMiddleOfAWrite_WaitsForItsEnd()
    {
        var first = new Write("first");
        var ahead = Writer.WriteAsync(first, Cancellation);
        await first.Begun;

        var closing = ((IAsyncDisposable)Writer).DisposeAsync();
        Assert.False(closing.IsCompleted);
        first.GoOn();
        await closing;
        await ahead;

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task WriteAsync_CancelledWhileItWaits_IsNotWritten()
    {
        using var patience = new CancellationTokenSource();
        var first = new Write("first");
        var ahead = Writer.WriteAsync(first, Cancellation);
        await first.Begun;
        var waiting = Writer.WriteAsync(new Write("given up", held: false), patience.Token);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.GoOn();
        await ahead;
        await Writer.WriteAsync(new Write("next", held: false), Cancellation);

        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task WriteAsync_CancelledOnceItHasBegun_IsWritten()
    {
        using var patience = new CancellationTokenSource();
        var first = new Write("first");
        var ahead = Writer.WriteAsync(first, patience.Token);
        await first.Begun;

        await patience.CancelAsync();
        first.GoOn();
        await ahead;

        Assert.Equal(1, await CountAsync());
    }

    private async Task<int> CountAsync()
    {
        await using var context = Host.Open();
        return await context.Intakes.CountAsync(Cancellation);
    }

    private sealed class Write(string subject, bool held = true) : IJournalWrite
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Subject => subject;

        public string? Key { get; init; }

        public Exception? Failure { get; init; }

        public Guid Transaction { get; private set; }

        public Task Begun => _begun.Task;

        public void GoOn() => _goOn.SetResult();

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            Transaction = session.Context.Database.CurrentTransaction!.TransactionId;
            session.Context.Add(new IntakeRow { Key = Key ?? subject, Case = 20260000001 });
            _begun.TrySetResult();
            if (held)
                await _goOn.Task;
            if (Failure is not null)
                throw Failure;
        }
    }
}
