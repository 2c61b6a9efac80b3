using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Background;

/// <summary>A part that shows something of all cases.</summary>
internal sealed class ListPage(
    FeedPart part, Func<Task> tell, TimeSpan? atLeastEvery, Action<Exception> failed) : FeedPage(failed)
{
    public FeedPart Part => part;

    /// <summary>How long it may stay as it is while no case changes; null for ever.</summary>
    public TimeSpan? AtLeastEvery => atLeastEvery;

    /// <summary>When it was last told, as a timestamp; null before the first time.</summary>
    public long? ToldAt { get; set; }

    protected override Task TellAsync() => tell();
}

/// <summary>A part that shows one case.</summary>
internal sealed class CasePart(
    Func<ActivationCase?> shown, Func<ActivationCase?, Task> tell, Action<Exception> failed) : FeedPage(failed)
{
    private readonly Lock _gate = new();
    private ActivationCase? _latest;
    private int _newest;

    /// <summary>The case that is shown, which can be opened again where it is over; null when there is none.</summary>
    public ActivationCase? Shown => shown();

    /// <summary>
    /// The case is at this version: this process wrote it, or it has to be read when <paramref name="written"/> is null.
    /// </summary>
    public void Reached(int version, ActivationCase? written)
    {
        lock (_gate)
        {
            if (version > _newest || (version == _newest && written is not null))
                (_newest, _latest) = (version, written);
        }

        if (Shown?.Version < version)
            Signal();
    }

    protected override Task TellAsync()
    {
        ActivationCase? latest;
        int newest;
        lock (_gate)
            (latest, newest) = (_latest, _newest);
        return Shown is { } now && now.Version < newest ? tell(latest?.Number == now.Number ? latest : null) : Task.CompletedTask;
    }
}
