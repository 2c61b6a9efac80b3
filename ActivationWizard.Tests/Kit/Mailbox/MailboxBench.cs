using System.Diagnostics.Metrics;
using System.Text.Json;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.Kit.Mailbox;

/// <summary>The mailbox of an installation with these settings: a clock that stands still, its log.</summary>
internal sealed class MailboxBench : IDisposable
{
    public static readonly EffectKey Reference = FixedEpoch.Key(CaseNumber.Of(2026, 412), 17);
    public static readonly MailText Text = new("Uw aanvraag", "Beste heer/mevrouw Jansen,\n\nDag.\n");

    private readonly ServiceProvider _services;

    public MailboxBench(params (string Key, string Value)[] settings)
        : this(new KeptInMemory(), settings)
    {
    }

    /// <summary>With what the installation keeps of its Mailsjablonen.</summary>
    public MailboxBench(IKeptTemplates kept, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            // A mailbox that nothing is said of would need a simulator.
            .AddInMemoryCollection(settings.Any(one => one.Key is "Mode" or "SmtpHost") ? [] : [new("Mailbox:Mode", "Manual")])
            .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create($"Mailbox:{one.Key}", (string?)one.Value))).Build();
        var read = new SettingsReader(configuration, isDemo: true);
        read.ThrowWhenWrong([MailboxSettings.Declared]);
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddFakeLogging())
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(kept)
            .AddMailbox(MailboxOptions.Read(read), sandbox: null)
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = FixedTime.Clock();

    public IMailbox Mailbox => _services.GetRequiredService<IMailbox>();

    public IMailStore Store => _services.GetRequiredService<IMailStore>();

    public TemplateMessages Messages => _services.GetRequiredService<TemplateMessages>();

    public IStandardReplies Replies => _services.GetRequiredService<IStandardReplies>();

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public MailPulse Pulse => _services.GetRequiredService<MailPulse>();

    public MailboxCheck Check => _services.GetRequiredService<MailboxCheck>();

    public MailParts Parts => _services.GetRequiredService<MailParts>();

    public TestMail Test => _services.GetRequiredService<TestMail>();

    public TemplateFolder Templates => _services.GetRequiredService<TemplateFolder>();

    /// <summary>Everything that was logged, as one text.</summary>
    public string Log => string.Join(
        '\n', _services.GetFakeLogCollector().GetSnapshot().Select(record => record.Message + record.Exception));

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Of the case of <see cref="Reference"/>.</summary>
    public static ReplyFilling FillingFor(string name) => new(name, CaseNumber.Of(2026, 412));

    /// <summary>To an address as a journal keeps it.</summary>
    public static OutgoingMail To(string address, MailText? text = null) =>
        new(Reference, JsonSerializer.Deserialize<EmailAddress>(JsonSerializer.Serialize(address))!, text ?? Text);

    public Task<EffectOutcome<NoResult>> SendAsync(string to = "a.jansen@mail.example", MailText? text = null) =>
        Mailbox.SendAsync(To(to, text), Cancellation);

    public Task<Reply<ReferenceMatch>> FindAsync(string to = "a.jansen@mail.example") =>
        Mailbox.FindMailAsync(Reference, To(to).To, draft: null, Cancellation);

    public void Dispose() => _services.Dispose();
}
