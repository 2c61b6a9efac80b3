using ActivationWizard.App.Journal.Notes;

namespace ActivationWizard.App.Background;

/// <summary>Draws every hour which finished cases are reviewed.</summary>
public sealed class ReviewWork(ReviewDrawing drawing, TimeProvider time, ILogger<ReviewWork> log)
    : RepeatedWork("Drawing the cases that are reviewed", TimeSpan.FromHours(1), time, log)
{
    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken cancellation) => drawing.DrawAsync(cancellation);
}
