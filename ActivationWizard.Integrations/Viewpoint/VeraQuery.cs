using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>A list and its filters: fields of the message itself, nested ones as a dotted path.</summary>
internal sealed record VeraQuery(string Path, params (string Field, string Value)[] Filters)
{
    /// <summary>A cursor belongs to its filters, so they go along.</summary>
    public SystemPath Page(string? cursor) =>
        Filters.Aggregate(PathOf(Path), (path, filter) => path.With(filter.Field, filter.Value)).With("cursor", cursor);

    /// <summary>One message of a list.</summary>
    public static SystemPath PathOf(string path, params string[] id) => SystemPath.Of([.. path.Split('/'), .. id]);
}
