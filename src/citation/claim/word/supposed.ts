/** What is only supposed, for what follows to be said of it. */
export const SUPPOSED =
  /^(?:如(?!期|下)|若(?!干)|凡|假设|一旦|倘)|^对(?!外|口|接|标).*的|^(?!.*[是属]).*[^目标]的$|(?<![及按准实临小同平定限随暂])时$/u
