namespace ActivationWizard.App.Security;

/// <summary>
/// What all instances have counted together. Null where the database does not say: nobody is kept from their work by that, since
/// each instance has counted by itself as well.
/// </summary>
public interface ISharedCounts
{
    /// <summary>One more in the window of time that runs now.</summary>
    Task<SharedCount?> AddAsync(Limit limit, string subject, TimeSpan window, CancellationToken cancellation);

    /// <summary>One more page of this person at this instance; how many there are at all instances.</summary>
    Task<int?> TakePlaceAsync(string subject);

    /// <summary>How many pages each of these persons has open at all instances; without any, they are not in it.</summary>
    Task<IReadOnlyDictionary<string, int>?> PlacesAsync(IReadOnlyCollection<string> subjects);

    /// <summary>One page of this person less at this instance, for whoever asks a moment later.</summary>
    void GivePlaceBack(string subject);
}

/// <summary>How much was asked in a window of time, at all instances.</summary>
/// <param name="Count">How many, this one among them.</param>
/// <param name="Left">How long the window lasts yet.</param>
public readonly record struct SharedCount(long Count, TimeSpan Left);
