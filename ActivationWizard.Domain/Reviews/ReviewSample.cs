using System.Security.Cryptography;
using System.Text;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Reviews;

/// <summary>How many cases of a week are drawn per ending, and whether every deviation is reviewed besides.</summary>
public sealed record SampleSize(int SentByEmail, int SentByLetter, int Refused, int Withdrawn, bool Deviations)
{
    /// <summary>How many that ended so; none of another state.</summary>
    public int Of(ActivationState ending) => ending switch
    {
        ActivationState.SentByEmail => SentByEmail,
        ActivationState.SentByLetter => SentByLetter,
        ActivationState.Refused => Refused,
        ActivationState.Withdrawn => Withdrawn,
        _ => 0,
    };
}

/// <summary>A case that ended, as a sample is drawn from it.</summary>
public sealed record SampleCase(CaseNumber Number, ActivationState Ending, bool IsDeviation);

/// <summary>Why a case is reviewed. The names are in the database.</summary>
public enum SampleReason
{
    /// <summary>It was drawn.</summary>
    Drawn,

    /// <summary>A person chose otherwise than was proposed.</summary>
    Deviation,
}

/// <summary>A case that is reviewed, and why.</summary>
public sealed record DrawnCase(CaseNumber Number, SampleReason Why);

/// <summary>
/// Draws the cases of a week that are reviewed. Whoever draws again from the same cases draws the same ones, in whatever order
/// they come and on whatever machine: a hash of installation, week and number says who comes first, and there is no other chance
/// in it.
/// </summary>
public static class ReviewSample
{
    /// <summary>
    /// Those of the week that begins on this Monday. Every deviation is in it when that is asked, and does not count for the
    /// number of its ending.
    /// </summary>
    public static IReadOnlyList<DrawnCase> Draw(
        IEnumerable<SampleCase> ended, SampleSize size, string installation, DateOnly monday)
    {
        var (always, others) = (new List<DrawnCase>(), new List<SampleCase>());
        foreach (var one in ended)
        {
            if (size.Deviations && one.IsDeviation)
                always.Add(new DrawnCase(one.Number, SampleReason.Deviation));
            else
                others.Add(one);
        }

        return
        [
            .. always.OrderBy(one => one.Number.ToString(), StringComparer.Ordinal),
            .. from one in others
               group one by one.Ending into alike
               orderby alike.Key
               from first in alike.OrderBy(one => Rank(installation, monday, one.Number), StringComparer.Ordinal)
                   .Take(size.Of(alike.Key))
               select new DrawnCase(first.Number, SampleReason.Drawn),
        ];
    }

    private static string Rank(string installation, DateOnly monday, CaseNumber number) => Convert.ToHexString(
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{installation} {monday:yyyy-MM-dd} {number}"))));
}
