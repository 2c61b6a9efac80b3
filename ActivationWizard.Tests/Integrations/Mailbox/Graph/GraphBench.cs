using System.Diagnostics.Metrics;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.Mailbox;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using MimeKit;

namespace ActivationWizard.Tests.Integrations.Mailbox.Graph;

/// <summary>The mailbox over Graph as an installation has it, on a simulator of its own; no deadline is waited for.</summary>
internal sealed class GraphBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private GraphBench(SandboxFixture sandbox, ServiceProvider services) => (Sandbox, _services) = (sandbox, services);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static EffectKey Reference => MailboxBench.Reference;

    public SandboxFixture Sandbox { get; }

    public SandboxServer Server => Sandbox.Server;

    public IMailbox Mailbox => _services.GetRequiredService<IMailbox>();

    public IMailStore Store => _services.GetRequiredService<IMailStore>();

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public MailPulse Pulse => _services.GetRequiredService<MailPulse>();

    public MailboxCheck Check => _services.GetRequiredService<MailboxCheck>();

    /// <summary>The mails that really left.</summary>
    public IReadOnlyList<LedgerEntry> Sent => [.. Server.Ledger.Where(entry => entry.Effect is SandboxEffects.SendMail)];

    /// <summary>Everything that was logged.</summary>
    public string Log => string.Join('\n', _services.GetFakeLogCollector().GetSnapshot().Select(record =>
        $"{record.Message} {record.Exception} {string.Join(' ', record.StructuredState ?? [])}"));

    /// <summary>
    /// In Demo mode <c>Sandbox</c> when no setting says otherwise; <paramref name="time"/> is the clock of both sides.
    /// </summary>
    public static async Task<GraphBench> StartAsync(
        MailboxSandboxOptions? mailbox = null, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var clock = new SilenceClock();
        var sandbox = await SandboxFixture.StartAsync(new() { Mailbox = mailbox ?? new() }, time ?? clock);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            // A third of it is the deadline of an attempt.
            new("Mailbox:Timeout", "00:00:09"),
            .. settings.Select(one => KeyValuePair.Create($"Mailbox:{one.Key}", (string?)one.Value.Replace(
                "{mailbox}", sandbox.Server.Mailbox.AbsoluteUri, StringComparison.Ordinal))),
        ]).Build();
        var read = new SettingsReader(configuration, isDemo: true);
        read.ThrowWhenWrong([MailboxSettings.Declared]);
        var options = MailboxOptions.Read(read);
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging())
            .AddSingleton(time ?? clock.Caller)
            .AddMailbox(
                options with { Graph = options.Graph with { RetryPauseSeconds = 0, Retries = 1, CircuitMinimumCalls = 1000 } },
                sandbox.Server.Addresses)
            .BuildServiceProvider();
        return new(sandbox, services);
    }

    public static OutgoingMail To(string address = "a.jansen@mail.example", MailText? text = null) =>
        MailboxBench.To(address, text);

    /// <summary>The id of the draft of this mail.</summary>
    public async Task<string> DraftAsync(OutgoingMail? mail = null) =>
        Assert.IsType<EffectOutcome<string?>.Done>(await Mailbox.DraftAsync(mail ?? To(), Cancellation)).Result!;

    /// <summary>Both steps.</summary>
    public async Task<EffectOutcome<NoResult>> SendAsync(OutgoingMail? mail = null) =>
        await Mailbox.DraftAsync(mail ?? To(), Cancellation) switch
        {
            EffectOutcome<string?>.Done { Result: var draft } =>
                await Mailbox.SendAsync((mail ?? To()) with { Draft = draft }, Cancellation),
            EffectOutcome<string?>.Refused refused => new EffectOutcome<NoResult>.Refused(refused.Code),
            EffectOutcome<string?>.NotDone not => new EffectOutcome<NoResult>.NotDone(not.Why),
            EffectOutcome<string?>.Unknown unknown => new EffectOutcome<NoResult>.Unknown(unknown.Why),
            _ => throw new InvalidOperationException("EffectOutcome is closed."),
        };

    public Task<Reply<ReferenceMatch>> FindAsync(string? draft = null, string to = "a.jansen@mail.example") =>
        Mailbox.FindMailAsync(Reference, To(to).To, draft, Cancellation);

    /// <summary>A mail comes in from elsewhere.</summary>
    public async Task ReceiveAsync(MimeMessage mail, string? folder = null)
    {
        using var written = new MemoryStream();
        await mail.WriteToAsync(written, Cancellation);
        using var done = await Sandbox.Control(
            "POST", "change", new { kind = "mail", mime = Convert.ToBase64String(written.ToArray()), folder });
        Assert.Equal(204, (int)done.StatusCode);
    }

    /// <summary>Folder and subject of each mail, drafts with a star, in the order in which they came to be.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync() =>
    [
        .. (await SandboxFixture.Json(Sandbox.Control("GET", "state/mailbox"))).AsArray()
            .Select(mail => $"{mail!["folder"]}: {mail["subject"]}{((bool)mail["isDraft"]! ? "*" : "")}"),
    ];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
