using System.Collections.Concurrent;
using System.Diagnostics;
using ActivationWizard.Integrations.Http;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Tests.Integrations.Mailbox.Graph;
using ActivationWizard.Tests.Kit.Mailbox;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>What a collector is told of the calls to the mailbox, whichever way they go; never whom they are about.</summary>
public sealed class MailExchangeTests
{
    [Theory]
    [InlineData(null, "answered")]
    [InlineData("RCPT", "Mail")]
    [InlineData("EHLO", "NoAnswer")]
    public async Task Smtp_Mail_IsACallWithItsOutcome(string? command, string outcome)
    {
        await using var server = command switch
        {
            null => new LoopbackSmtp(),
            "EHLO" => new LoopbackSmtp((command, LoopbackSmtp.Drop)),
            _ => new LoopbackSmtp((command, "550 5.1.1 a.jansen@mail.example is unknown")),
        };
        using var bench = new MailboxBench(
            ("SmtpHost", "127.0.0.1"), ("SmtpPort", server.Port), ("Security", "None"), ("From", "wonen@thuis.example"));
        using var calls = new MetricCollector<double>(bench.Meters, SystemMeter.Name, "activationwizard.systems.calls");
        using var spans = new OwnSpans();

        await bench.SendAsync();

        Told(calls, spans, "send mail", outcome);
        Assert.Equal(command is null, spans.Single.Status is ActivityStatusCode.Unset);
    }

    [Theory]
    [InlineData(null, null, "answered")]
    [InlineData("LOGIN", null, "SignIn")]
    [InlineData("UID SEARCH", null, "Nonsense")]
    [InlineData(null, "UID SEARCH", "NoAnswer")]
    public async Task Imap_Question_IsACallWithItsOutcome(string? refused, string? broken, string outcome)
    {
        await using var server = new LoopbackImap { Refuses = refused, BreaksAt = broken };
        using var bench = new MailboxBench(
            ("SmtpHost", "127.0.0.1"), ("Security", "None"), ("From", "wonen@thuis.example"), ("ImapHost", "127.0.0.1"),
            ("ImapPort", server.Port), ("ImapSecurity", "None"), ("UserName", "wonen"), ("Password", "geheim"));
        using var calls = new MetricCollector<double>(bench.Meters, SystemMeter.Name, "activationwizard.systems.calls");
        using var spans = new OwnSpans();

        await bench.FindAsync();

        Told(calls, spans, "find messages", outcome);
    }

    [Fact]
    public async Task Graph_Question_IsACallWithItsOutcome()
    {
        await using var bench = await GraphBench.StartAsync();
        using var calls = new MetricCollector<double>(bench.Meters, SystemMeter.Name, "activationwizard.systems.calls");
        using var spans = new OwnSpans();

        await bench.Store.ListAsync(MailFolderPath.Inbox, 1, GraphBench.Cancellation);

        Assert.Contains(calls.GetMeasurementSnapshot(), one =>
            Equals(one.Tags["operation"], "list messages") && Equals(one.Tags["outcome"], "200"));
        Assert.Contains(spans.All, one => one.DisplayName is "Mailbox list messages");
    }

    private static void Told(MetricCollector<double> calls, OwnSpans spans, string operation, string outcome)
    {
        var call = Assert.Single(calls.GetMeasurementSnapshot());
        Assert.Equal(("Mailbox", operation, outcome), (call.Tags["system"], call.Tags["operation"], call.Tags["outcome"]));
        var span = spans.Single;
        Assert.Equal(
            ($"Mailbox {operation}", "Mailbox", operation, outcome),
            (span.DisplayName, span.GetTagItem("activationwizard.system"), span.GetTagItem("activationwizard.operation"),
                span.GetTagItem("activationwizard.outcome")));
        Assert.DoesNotContain(
            span.TagObjects.Select(tag => $"{tag.Value}").Concat(call.Tags.Select(tag => $"{tag.Value}")),
            text => text.Contains("jansen", StringComparison.OrdinalIgnoreCase) || text.Contains('@'));
    }

    /// <summary>The spans of this test: others run beside it.</summary>
    private sealed class OwnSpans : IDisposable
    {
        private readonly ConcurrentQueue<Activity> _ended = new();
        private readonly ActivityListener _listener;
        private readonly Activity _test = new Activity("test").Start();

        public OwnSpans()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name is SystemMeter.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = _ended.Enqueue,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public IReadOnlyList<Activity> All => [.. _ended.Where(one => one.TraceId == _test.TraceId)];

        public Activity Single => Assert.Single(All);

        public void Dispose()
        {
            _listener.Dispose();
            _test.Dispose();
        }
    }
}
