using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Viewpoint;

/// <summary>Reading messages: filtered lists by the page, and one by its id.</summary>
internal sealed class VeraLists(SandboxWorld world, ViewpointSandboxOptions options)
{
    private const int MostPerPage = 100;

    public SandboxReply One(SandboxRequest request, VeraResource resource) =>
        world.State.Find(resource.Name, request["id"]) is { } message ? new(200, message.DeepClone()) : new(404);

    public SandboxReply Page(SandboxRequest request, VeraResource resource)
    {
        var filters = request.Query.Where(pair => pair.Key != "cursor").ToArray();
        if (filters.Select(pair => pair.Key).FirstOrDefault(field => !resource.MayFilterOn(field)) is { } unknown)
            return ViewpointSandbox.Foutbericht(400, "filter", $"Cannot filter {resource.Name} on {unknown}.");
        if (!options.QueryByReference && request.Method == "GET" && filters.Any(pair => pair.Key == "code"))
            return ViewpointSandbox.Foutbericht(400, "filter", $"Cannot filter {resource.Name} on code.");

        var start = 0;
        var seal = Seal(resource, filters);
        if (request.QueryValue("cursor") is { } cursor && !TryRead(cursor, seal, out start))
            return ViewpointSandbox.Foutbericht(400, "cursor", "The cursor does not belong to these filters.");

        var size = PageSize(request);
        var found = world.State.Of(resource.Name).Where(message => VeraFilter.Meets(message, filters)).ToList();
        var page = found.Skip(start).Take(size).Select(message => message.DeepClone());
        var reply = new SandboxReply(200, new JsonArray([.. page]))
            .With("X-Parameters-Aantal", Text(found.Count))
            .With("X-Parameters-AantalPerPagina", Text(size));
        return start + size < found.Count ? reply.With("X-Parameters-Cursor", $"{start + size}-{seal}") : reply;
    }

    private int PageSize(SandboxRequest request)
    {
        var most = Math.Clamp(options.PageSize, 1, MostPerPage);
        return int.TryParse(request.Header("X-Parameters-AantalPerPagina"), CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, most)
            : most;
    }

    private static bool TryRead(string cursor, string seal, out int start)
    {
        start = 0;
        var parts = cursor.Split('-', 2);
        return parts.Length == 2 && parts[1] == seal && int.TryParse(parts[0], CultureInfo.InvariantCulture, out start)
            && start >= 0;
    }

    private static string Seal(VeraResource resource, IEnumerable<KeyValuePair<string, string>> filters)
    {
        var text = resource.Name + string.Concat(
            filters.Select(pair => $"&{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
