// Starts the page's circuit: as one socket from the beginning, so that no two requests have to come to the same instance. Where a
// network lets no socket through, the next page asks first and takes another way. What fails is told to whoever mends it.
// Whoever has too many pages open gets the page that says so.
(() => {
  const asksFirst = "aw-onderhandelen";
  const tries = "aw-pogingen";
  const noPlace = "aw-te-veel-tabbladen";
  const socket = { skipNegotiation: true, transport: 1 };

  function configureSignalR(builder) {
    if (!sessionStorage.getItem(asksFirst)) builder.withUrl("_blazor", socket);
    const build = builder.build.bind(builder);
    builder.build = () => watched(build());
  }

  function watched(connection) {
    const start = connection.start.bind(connection);
    connection.start = async () => {
      try {
        await start();
        sessionStorage.removeItem(tries);
      } catch (failure) {
        const detail = { tries: Number(sessionStorage.getItem(tries)), otherWay };
        document.dispatchEvent(new CustomEvent("aw-no-circuit", { detail }));
        throw failure;
      }
    };
    const invoke = connection.invoke.bind(connection);
    connection.invoke = async (...call) => {
      const answer = await invoke(...call);
      if (answer !== noPlace) return answer;
      location.replace(new URL("te-veel-tabbladen", document.baseURI));
      return null;
    };
    return connection;
  }

  // For the next page; how many there were already, so that they come slower and slower.
  function otherWay() {
    sessionStorage.setItem(tries, Number(sessionStorage.getItem(tries)) + 1);
    if (sessionStorage.getItem(asksFirst)) sessionStorage.removeItem(asksFirst);
    else sessionStorage.setItem(asksFirst, "1");
  }

  window.Blazor?.start({ circuit: { configureSignalR } });
})();
