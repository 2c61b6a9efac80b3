using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.App.Background;

/// <summary>How the sending of the note goes.</summary>
/// <param name="DeliveredAt">When one was taken last; null before the first.</param>
/// <param name="FailingSince">Since when none is; null while they are.</param>
public sealed record DeliveryState(DateTimeOffset? DeliveredAt, DateTimeOffset? FailingSince);

/// <summary>
/// Sends the note of how far the database is to an address outside, at an interval of its own. What cannot be delivered stops
/// nothing: it is logged once, shown on the status page, and the next note says all that it said.
/// </summary>
public sealed partial class CheckpointDelivery(
    CheckpointWriting checkpoints, DocumentPost post, JournalOptions options, TimeProvider time, ILogger<CheckpointDelivery> log)
    : RepeatedWork("Sending the note of how far the journal is", options.CheckpointSendInterval, time, log)
{
    private volatile DeliveryState _state = new(null, null);

    /// <summary>True when there is an address to send to.</summary>
    public bool IsAsked => options.CheckpointAddress is not null;

    /// <summary>How it goes.</summary>
    public DeliveryState State => _state;

    /// <summary>Sends the last note, if there is one; gives whether it was taken.</summary>
    public async Task<bool> SendAsync(CancellationToken cancellation)
    {
        if (options.CheckpointAddress is not { } address || checkpoints.Last is not { } note)
            return false;
        if (await post.SendAsync(address, note.Write(), cancellation) is not { } why)
        {
            _state = new DeliveryState(Time.GetUtcNow(), null);
            return true;
        }

        if (_state.FailingSince is null)
        {
            NotDelivered(Log, why);
            _state = _state with { FailingSince = Time.GetUtcNow() };
        }

        return false;
    }

    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken cancellation) => SendAsync(cancellation);

    [LoggerMessage(
        3, LogLevel.Error, "The checkpoint is not taken at Journal:CheckpointAddress: {Why}. It is tried again, and not logged.")]
    private static partial void NotDelivered(ILogger logger, string why);
}
