using System.Diagnostics;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>
/// One exchange with the mail server, from signing in to its answer: the time that there is for it, and a span and a metric as
/// every call to a system over HTTP has them. Nothing of a message is in them, and nothing of what the server said.
/// </summary>
internal sealed class MailExchange : IDisposable
{
    private readonly string _operation;
    private readonly MailDeadline _deadline;
    private readonly SystemMeter _meter;
    private readonly Activity? _span;
    private readonly long _since = Stopwatch.GetTimestamp();

    // The caller went away, or the fault is ours.
    private string _outcome = "broken off";

    public MailExchange(string operation, MailDeadline deadline, SystemMeter meter)
    {
        (_operation, _deadline, _meter) = (operation, deadline, meter);
        _span = SystemMeter.Source.StartActivity($"{ForeignSystem.Mailbox} {operation}", ActivityKind.Client);
        _span?.SetTag("activationwizard.system", $"{ForeignSystem.Mailbox}").SetTag("activationwizard.operation", operation);
    }

    /// <summary>Cancelled with the caller's, and when the time is over.</summary>
    public CancellationToken Token => _deadline.Token;

    /// <summary>The server did or said what it was asked.</summary>
    public void Answered() => _outcome = "answered";

    /// <summary>It did not; what that means is one of <see cref="MailRefusal"/>.</summary>
    public void Failed(Exception fault)
    {
        _outcome = $"{MailRefusals.Of(fault)}";
        _span?.SetTag("error.type", fault.GetType().Name).SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>Ends it, and tells of it.</summary>
    public void Dispose()
    {
        _meter.Called(ForeignSystem.Mailbox, _operation, _outcome, Stopwatch.GetElapsedTime(_since));
        _span?.SetTag("activationwizard.outcome", _outcome).Dispose();
        _deadline.Dispose();
    }
}
