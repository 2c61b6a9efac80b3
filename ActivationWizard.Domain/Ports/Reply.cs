namespace ActivationWizard.Domain.Ports;

/// <summary>
/// What a question to a system came to. Closed: a source that cannot be asked is an answer of its own, never an exception.
/// </summary>
public abstract record Reply<T>
{
    private Reply()
    {
    }

    /// <summary>The system answered, and the answer was as agreed.</summary>
    public sealed record Answered(T Value) : Reply<T>;

    /// <summary>The system did not answer, or its answer cannot be used.</summary>
    public sealed record NotAnswered(FailureReason Why) : Reply<T>;

    /// <summary>An answered question's value turned into another; silence stays silence.</summary>
    public Reply<TOther> Select<TOther>(Func<T, TOther> turn) =>
        this is Answered answered ? new Reply<TOther>.Answered(turn(answered.Value)) : Silent<TOther>();

    /// <summary>The next question, put only when this one was answered.</summary>
    public async Task<Reply<TOther>> ThenAsync<TOther>(Func<T, Task<Reply<TOther>>> next) =>
        this is Answered answered ? await next(answered.Value) : Silent<TOther>();

    private Reply<TOther>.NotAnswered Silent<TOther>() => new(((NotAnswered)this).Why);
}

/// <summary>Several questions as one.</summary>
public static class Replies
{
    /// <summary>The next question, put only when the first was answered.</summary>
    public static async Task<Reply<TOther>> ThenAsync<T, TOther>(
        this Task<Reply<T>> question, Func<T, Task<Reply<TOther>>> next) => await (await question).ThenAsync(next);

    /// <summary>An answered question's value turned into another; silence stays silence.</summary>
    public static async Task<Reply<TOther>> SelectAsync<T, TOther>(this Task<Reply<T>> question, Func<T, TOther> turn) =>
        (await question).Select(turn);

    // As many as a system is asked at once on behalf of one person, however many agreements a unit has.
    private const int SideBySide = 8;

    /// <summary>
    /// Puts all questions, a few side by side; the answer is all answers in the order of the questions, or the first silence.
    /// </summary>
    public static async Task<Reply<IReadOnlyList<T>>> AllAsync<TItem, T>(
        IEnumerable<TItem> items, Func<TItem, Task<Reply<T>>> ask)
    {
        var answers = new List<T>();
        foreach (var some in items.Chunk(SideBySide))
        {
            foreach (var reply in await Task.WhenAll(some.Select(ask)))
            {
                if (reply is Reply<T>.NotAnswered silent)
                    return new Reply<IReadOnlyList<T>>.NotAnswered(silent.Why);
                answers.Add(((Reply<T>.Answered)reply).Value);
            }
        }

        return new Reply<IReadOnlyList<T>>.Answered(answers);
    }
}

/// <summary>Why a system gave nothing usable.</summary>
public enum FailureReason
{
    /// <summary>No connection, time-out, 5xx, too many requests, open circuit.</summary>
    Unreachable,

    /// <summary>It answered something that is not in the contract, or about somebody else.</summary>
    Nonsense,

    /// <summary>401 or 403: our key is not accepted.</summary>
    NotAllowed,

    /// <summary>The installation says that this system is worked by hand.</summary>
    WorkedByHand,

    /// <summary>The wizard is tried out: nothing is written to any system.</summary>
    TrialRun,
}
